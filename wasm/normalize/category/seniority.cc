#include "normalize/category/seniority.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "normalize/text/phrases.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

constexpr WordTable kLevelPhrases(
    "alternance=intern\nalternant=intern\nalternante=intern\napprenti=intern\napprentice=intern\n"
    "apprenticeship=intern\napprentie=intern\nauszubildende=intern\nauszubildender=intern\n"
    "azubi=intern\nbecaria=intern\nbecario=intern\nberufseinsteiger=junior\n"
    "berufseinsteigerin=junior\nc level=executive\nceo=executive\ncfo=executive\n"
    "chief commercial=executive\nchief customer=executive\nchief data=executive\n"
    "chief executive=executive\nchief financial=executive\nchief growth=executive\n"
    "chief human=executive\nchief information=executive\nchief legal=executive\n"
    "chief marketing=executive\nchief medical=executive\nchief operating=executive\n"
    "chief people=executive\nchief product=executive\nchief revenue=executive\n"
    "chief security=executive\nchief technical=executive\nchief technology=executive\n"
    "chro=executive\ncio=executive\nciso=executive\ncmo=executive\nco op=intern\ncoo=executive\n"
    "cpo=executive\ncto=executive\ndebutant=junior\ndebutante=junior\ndesign manager=lead\n"
    "development manager=lead\ndirecteur=executive\ndirector=executive\ndirectora=executive\n"
    "directrice=executive\ndirektor=executive\ndirektorin=executive\ndiretor=executive\n"
    "diretora=executive\ndirettore=executive\ndirettrice=executive\ndyrektor=executive\n"
    "engineering manager=lead\nentry level=junior\nestagiaria=intern\nestagiario=intern\n"
    "estagio=intern\nevp=executive\nexecutive director=executive\nexperimente=senior\n"
    "experimentee=senior\ngeschaftsfuhrer=executive\ngeschaftsfuhrerin=executive\n"
    "graduate=junior\ngroup manager=lead\nhead of=executive\nintermediate=mid\nintern=intern\n"
    "interns=intern\ninternship=intern\ninternships=intern\njr=junior\njunior=junior\n"
    "kierownik=lead\nlead=lead\nlider=lead\nmanaging director=executive\nmedior=mid\nmid=mid\n"
    "mid level=mid\nmid weight=mid\nmidlevel=mid\nmidweight=mid\nmlodsza=junior\nmlodszy=junior\n"
    "new grad=junior\nnew graduate=junior\npasante=intern\npasantia=intern\npeople manager=lead\n"
    "pflichtpraktikum=intern\npleno=mid\npracticante=intern\npracticas=intern\n"
    "praktikant=intern\npraktikantin=intern\npraktikum=intern\npresident=executive\n"
    "principal=lead\nprincipiante=junior\nrecent graduate=junior\nrvp=executive\n"
    "semi senior=mid\nsenior=senior\nsenior manager=lead\nseniore=senior\nsr=senior\nssr=mid\n"
    "staff=lead\nstagiair=intern\nstagiaire=intern\nstagista=intern\nstarsza=senior\n"
    "starszy=senior\nstaz=intern\nstazysta=intern\nstazystka=intern\nstudent assistant=intern\n"
    "svp=executive\nteam lead=lead\nteam leader=lead\nteam manager=lead\nteamleiter=lead\n"
    "teamleiterin=lead\nteamleitung=lead\ntech lead=lead\ntirocinante=intern\ntirocinio=intern\n"
    "trainee=junior\nvice president=executive\nvp=executive\nwerkstudent=intern\n"
    "werkstudentin=intern\nwerkstudierende=intern\nworking student=intern\n");

/// Words that state a level in a field for it, but not in a title: "Account Executive", "Data
/// Entry".
constexpr WordTable kLevelsInFields(
    "c suite=executive\nentry=junior\nexecutive=executive\nexpert=senior\nhead=executive\n"
    "manager=lead\nno experience=junior\nsenior executive=executive\nstudent college=intern\n"
    "student school=intern\n");

constexpr WordTable kTypePhrases(
    "1099=contract\nbefristet=temporary\nbefristete=temporary\nc2c=contract\ncdd=temporary\n"
    "cdi=full-time\ncontract=contract\ncontractor=contract\ncontractors=contract\n"
    "contratista=contract\ndeeltijd=part-time\ndeltid=part-time\nfestanstellung=full-time\n"
    "fixed term=temporary\nfreelance=contract\nfreelancer=contract\nfreelancers=contract\n"
    "freiberufler=contract\nfreiberuflerin=contract\nfreiberuflich=contract\n"
    "freie mitarbeit=contract\nfull time=full-time\nfulltime=full-time\nheltid=full-time\n"
    "interim=temporary\njornada completa=full-time\nleave cover=temporary\n"
    "maternity cover=temporary\nmedia jornada=part-time\nmedio tiempo=part-time\n"
    "meio periodo=part-time\nminijob=part-time\nniepelny etat=part-time\npart time=part-time\n"
    "part timer=part-time\nparttime=part-time\npelny etat=full-time\npermanent=full-time\n"
    "permanente=full-time\nsaisonnier=temporary\nseasonal=temporary\nself employed=contract\n"
    "teilzeit=part-time\ntemp=temporary\ntempo integral=full-time\ntempo parcial=part-time\n"
    "tempo pieno=full-time\ntemporaire=temporary\ntemporario=temporary\ntemporary=temporary\n"
    "temps partiel=part-time\ntemps plein=full-time\ntiempo completo=full-time\n"
    "tiempo parcial=part-time\ntijdelijk=temporary\ntymczasowa=temporary\nunbefristet=full-time\n"
    "vollzeit=full-time\nvoltijd=full-time\nzeitarbeit=temporary\nzzp=contract\n契約社員="
    "temporary\n"
    "業務委託=contract\n正社員=full-time\n");

/// Words that state a type in a field for it, but not in a title: "B2B Sales", "Independent
/// Review".
constexpr WordTable kTypesInFields(
    "b2b=contract\ncorp to corp=contract\nemployee=full-time\n"
    "independant=contract\nindependent=contract\nprestador=contract\nregular=full-time\n"
    "temporal=temporary\n");

/// Words before which "lead" is no level: "lead generation", "lead time".
constexpr WordList kNotLed(
    "capture conversion gen generation generator intake magnet management nurturing qualification "
    "routing scoring time ");

/// Professions with a staff level: a staff engineer is above a senior one; a staff accountant, or
/// nurse, is not.
constexpr WordList kHasStaffLevel(
    "ai analytics android applied backend cloud data designer developer devops devsecops "
    "embedded engineer engineering firmware frontend full fullstack hardware infrastructure ios "
    "machine ml mobile network platform product production programmer qa reliability research "
    "researcher scientist security site software solutions sre systems technical ui ux web ");

/// Words before which a level is none: "senior living", "junior high", "graduate school".
constexpr WordList kNotALevel(
    "care center citizen citizens college high housing living school student students studies ");

/// Behind these no leader is named but a craft: "Art Director", "School Principal".
constexpr WordList kCrafts("art casting funeral school stage ");

/// Words beside which a leader is none: a director of photography films, a principal investigator
/// inquires.
constexpr WordList kNotALeader("investigator photography ");

/// Words behind which a title names the person that the job is done for: "Assistant to the CEO",
/// "Office of the CTO".
constexpr WordList kForSomebody("asistente assistant assistante office secretary support to ");

/// These name a type where they are set off, or end a title behind a term: "12 month contract".
constexpr WordList kNounsOfTypes("1099 c2c contract temp ");
constexpr WordList kTerms("month months term year ");

/// Words beside which a contract is the subject of the work: "Contract Manager".
constexpr WordList kSubjectOfContract(
    "administration administrator analyst attorney compliance coordinator counsel law lawyer "
    "lifecycle management manager manufacturing negotiation negotiator officer operations owner "
    "recruiter research review reviewer sales specialist ");

constexpr std::string_view kIntern = "intern";

/// Takes the phrases of a text, one word after the other.
template <typename Take>
void each_phrase(std::span<const Word> words, const WordTable& table, Take take) {
  for (std::size_t i = 0; i < words.size();) {
    const PhraseMatch match = phrase_at(table, words, i);
    if (match.words > 0) take(i, match);
    i += std::max<std::size_t>(match.words, 1);
  }
}

bool is_followed_by(const WordList& list, std::span<const Word> words, std::size_t at) {
  return at < words.size() && list.contains(words[at].folded);
}

/// Whether a phrase of a title is about the person who is looked for.
bool is_level(std::span<const Word> title, std::size_t at, const PhraseMatch& match) {
  const std::string_view word = title[at].folded;
  const std::size_t next = at + match.words;
  if (word == "lead") return !is_followed_by(kNotLed, title, next);
  if (word == "staff") return is_followed_by(kHasStaffLevel, title, next);
  if (word == "senior" || word == "junior" || word == "graduate") {
    const bool is_optional = at == 0 && title[at].depth > 0;  // "(Senior) Developer"
    return !is_optional && !is_followed_by(kNotALevel, title, next);
  }
  const bool names_other = next + 1 < title.size() && title[next].folded == "of" &&
                           kNotALeader.contains(title[next + 1].folded);
  const bool is_craft = at > 0 && kCrafts.contains(title[at - 1].folded);
  return !is_craft && !names_other && !is_followed_by(kNotALeader, title, next);
}

std::span<const Word> before_somebody(std::span<const Word> title) {
  for (std::size_t i = 1; i + 1 < title.size(); ++i) {
    const std::string_view next = title[i].folded;
    const bool is_for =
        (next == "to" || next == "of") && kForSomebody.contains(title[i - 1].folded);
    if (is_for) return title.first(i);
  }
  return title;
}

/// The levels of a text. Of several the highest counts, unless they are alternatives:
/// "Junior/Senior", "Mid-Senior".
class Levels {
 public:
  void add(std::string_view level) {
    const auto rank = static_cast<std::size_t>(std::ranges::find(kLevels, level) - kLevels.begin());
    said_ |= 1U << rank;
  }

  [[nodiscard]] std::string_view only() const {
    constexpr unsigned kBelowLead = 0b001110;
    if ((said_ & 1U) != 0) return kIntern;
    if (std::popcount(said_ & kBelowLead) > 1) return {};
    for (std::size_t rank = kLevels.size(); rank-- > 0;) {
      if ((said_ >> rank & 1U) != 0) return kLevels[rank];
    }
    return {};
  }

  [[nodiscard]] bool is_one() const { return std::popcount(said_) == 1; }

 private:
  unsigned said_ = 0;  // a bit each
};

std::string_view level_in_title(std::string_view title) {
  const Words all(title);
  const std::span<const Word> words = before_somebody(all);
  Levels levels;
  each_phrase(words, kLevelPhrases, [&](std::size_t at, const PhraseMatch& match) {
    if (is_level(words, at, match)) levels.add(match.value);
  });
  const bool manages = words.size() > 1 && words[0].folded == "manager";
  if (manages) levels.add("lead");
  return levels.only();
}

/// The employment types of a text. A term outweighs hours, and a learner is an intern whatever the
/// hours.
class Types {
 public:
  void add(std::string_view type) {
    has_temporary_ |= type == "temporary";
    has_contract_ |= type == "contract";
    has_full_ |= type == "full-time";
    has_part_ |= type == "part-time";
  }

  [[nodiscard]] std::string_view only() const {
    if (has_temporary_) return "temporary";
    if (has_contract_) return "contract";
    if (has_full_ == has_part_) return {};
    return has_full_ ? "full-time" : "part-time";
  }

 private:
  bool has_temporary_ = false;
  bool has_contract_ = false;
  bool has_full_ = false;
  bool has_part_ = false;
};

bool has_intern(std::span<const Word> words) {
  bool has = false;
  each_phrase(words, kLevelPhrases,
              [&](std::size_t, const PhraseMatch& match) { has |= match.value == kIntern; });
  return has;
}

std::string_view type_in_field(std::string_view stated) {
  const Words words(stated);
  if (has_intern(words)) return "internship";
  Types types;
  for (const WordTable* table : {&kTypePhrases, &kTypesInFields}) {
    each_phrase(words, *table,
                [&](std::size_t, const PhraseMatch& match) { types.add(match.value); });
  }
  return types.only();
}

/// Whether a phrase of a title tells how the job is held: "Designer (Contract)" and "6 month contract" do,
/// a contract manager and contractor relations are the subject of the work.
bool is_type(std::span<const Word> title, std::size_t at) {
  const std::string_view word = title[at].folded;
  const bool is_last = at + 1 == title.size() || title[at + 1].gap != " ";
  if (word.starts_with("contractor") || word == "freelancers") return is_last;
  if (!kNounsOfTypes.contains(word)) return true;
  const bool is_set_off = title[at].depth > 0 || title[at].gap.size() > 1 || at == 0 ||
                          (is_last && kTerms.contains(title[at - 1].folded));
  return is_set_off && !is_followed_by(kSubjectOfContract, title, at + 1);
}

std::string_view type_in_title(std::string_view title) {
  const Words words(title);
  if (has_intern(words)) return "internship";
  Types types;
  each_phrase(words, kTypePhrases, [&](std::size_t at, const PhraseMatch& match) {
    if (is_type(words, at)) types.add(match.value);
  });
  return types.only();
}

}  // namespace

std::string_view level_of(std::span<const std::string_view> stated, std::string_view title) {
  Levels levels;
  for (const std::string_view level : stated) {
    const std::string_view known = kLevelsInFields.value(fold_words(level));
    const std::string_view level_named = known.empty() ? level_in_title(level) : known;
    if (!level_named.empty()) levels.add(level_named);
  }
  return levels.is_one() ? levels.only() : level_in_title(title);
}

std::string_view employment_type_of(std::string_view stated, std::string_view title) {
  const std::string_view type = type_in_field(stated);
  return type.empty() ? type_in_title(title) : type;
}

}  // namespace spearyx::normalize
