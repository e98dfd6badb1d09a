#include "normalize/scope/places.h"

#include <algorithm>
#include <cstdint>

#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

constexpr WordList kRemoteWords(
    "anywhere distributed homeoffice remota remote remotely remoto telearbeit telecommute "
    "teletrabajo teletravail wfh ");

/// Words from which on, until the list item or the parenthesis ends, no place is one for the job.
constexpr WordList kExcludingWords(
    "except excl excluding headquartered headquarters hq ideally non not outside preferably "
    "without ");

/// Words before which a place is a time zone or a wish; the qualifiers may stand between.
constexpr WordList kTimeWords("hours preferred time timezone timezones tz zone ");
constexpr WordList kTimeQualifiers(
    "based business central compatible core eastern friendly mountain pacific standard western "
    "work working ");

/// States whose abbreviation is also the code of a country with postings: after a city that is in no
/// table, "DE" is Delaware or Germany, "CO" Colorado or Colombia.
constexpr WordList kDoubtfulStates("al ar az co de ga id il in la ma md me mn mt pa sk tn ");

/// Towns of these states by the last word of their names, which elsewhere may be other towns.
constexpr WordTable kTownsOfStates(
    "alene=id\nallentown=pa\nalpharetta=ga\nandover=ma\nannapolis=md\narvada=co\nathens=ga\n"
    "auburn=al\naugusta=ga,me\naurora=co,il\nbaltimore=md\nbangor=me\nbannockburn=il\n"
    "bedford=ma\nbell=pa\nbend=in\nbentonville=ar\nberwyn=pa\nbethesda=md\nbethlehem=pa\n"
    "beverly=ma\nbillerica=ma\nbillings=mt\nbirmingham=al\nbloomington=il,in,mn\nboise=id\n"
    "boston=ma\nbozeman=mt\nbraintree=ma\nbrentwood=tn\nbrook=il\nbrookline=ma\nbroomfield=co\n"
    "buckhead=ga\nburlington=ma\ncambridge=ma\ncanton=ma\ncarmel=in\ncentennial=co\n"
    "champaign=il\nchandler=az\ncharles=la\nchase=md\nchattanooga=tn\nchelmsford=ma\n"
    "chesterbrook=pa\nclarksville=tn\nclaymont=de\ncollege=md,pa\ncollins=co\ncolumbia=md\n"
    "columbus=ga,in\nconshohocken=pa\nconway=ar\ncorners=ga\ncumming=ga\ndecatur=ga\n"
    "deerfield=il\ndover=de\nduluth=ga,mn\ndunwoody=ga\neagan=mn\nedina=mn\nelgin=il\n"
    "elkhart=in\nenglewood=co\nerie=pa\nevanston=il\nevansville=in\nexton=pa\nfalls=id\n"
    "fayetteville=ar\nfishers=in\nflagstaff=az\nforest=il\nframingham=ma\nfranklin=tn\n"
    "frederick=md\ngaithersburg=md\ngary=in\ngermantown=md\ngilbert=az\nglendale=az\n"
    "glenview=il\ngolden=co\ngoodyear=az\ngreeley=co\ngrove=il,mn\nhammond=in\nharrisburg=pa\n"
    "helena=mt\nhills=il\nhoover=al\nhorsham=pa\nhuntsville=al\nidaho=id\nindianapolis=in\n"
    "itasca=il\njackson=tn\njoliet=il\nkalispell=mt\nkennesaw=ga\nkingsport=tn\nknoxville=tn\n"
    "kokomo=in\nlafayette=co,in,la\nlakewood=co\nlancaster=pa\nlaurel=md\nlawrenceville=ga\n"
    "lewiston=me\nlexington=ma\nlinthicum=md\nlisle=il\nlittleton=co\nlombard=il\nlongmont=co\n"
    "louisville=co\nloveland=co\nlowell=ma\nmacon=ga\nmalden=ma\nmalvern=pa\nmankato=mn\n"
    "marietta=ga\nmarlborough=ma\nmeade=md\nmedford=ma\nmemphis=tn\nmeridian=id\nmesa=az\n"
    "metairie=la\nmiddletown=de\nmills=md\nminnetonka=mn\nmissoula=mt\nmobile=al\nmonroe=la\n"
    "montgomery=al\nmuncie=in\nmurfreesboro=tn\nnampa=id\nnaperville=il\nnashville=tn\n"
    "natick=ma\nneedham=ma\nnewark=de\nnewton=ma\nnewtown=pa\nnoblesville=in\nnorcross=ga\n"
    "northbrook=il\nnorwood=ma\norleans=la\nparker=co\npaul=mn\npeoria=az,il\npittsburgh=pa\n"
    "plymouth=mn\npocatello=id\nportland=me\nprairie=mn\nprussia=pa\npueblo=co\nquincy=ma\n"
    "reading=pa\nrochester=mn\nrock=ar,co\nrockford=il\nrockville=md\nrogers=ar\nrosemont=il\n"
    "roswell=ga\nrouge=la\nsalem=ma\nsavannah=ga\nschaumburg=il\nscottsdale=az\nscranton=pa\n"
    "shreveport=la\nskokie=il\nsmith=ar\nsmyrna=ga\nsomerville=ma\nspring=md\nspringdale=ar\n"
    "springfield=il,ma\nsprings=co,ga\nsurprise=az\ntempe=az\nthornton=co\ntowson=md\ntucson=az\n"
    "tuscaloosa=al\nurbana=il\nvalley=md\nwaltham=ma\nwarrenville=il\nwarsaw=in\nwatertown=ma\n"
    "wayne=in,pa\nwellesley=ma\nwestborough=ma\nwestbrook=me\nwestminster=co\nwhitefish=mt\n"
    "wilmington=de\nwoburn=ma\nworcester=ma\nyork=pa\nzionsville=in\n");

/// Parts of the United Kingdom, after a city that has a greater namesake elsewhere: "Perth, Scotland".
constexpr WordList kPartsOfCountries("england scotland wales ");

/// Cities that are states or territories, and so no country of the city before them.
constexpr WordList kCityCountries("hong kong luxembourg macao macau monaco singapore ");

/// Provinces that are towns of another country too: "Ontario, California".
constexpr WordList kProvinceTowns("delaware nevada ontario oregon wyoming ");

/// Abbreviations that without a city still mean the state: no code of a country, no time zone
/// ("CT"), no word ("OR").
constexpr WordList kStatesAlone(
    "ab ak bc dc fl hi ia ks mb mi nb nd nh nj nm ns nt nv ny oh on qc ri tx ut vt wa wi wv wy ");

/// Australian states whose abbreviation also means another place.
constexpr WordList kAustralianStates("nt sa vic wa ");

/// First words of names that are also cities: in "London, New York" the second does not say which
/// London is meant.
constexpr WordList kCityStates("new washington ");

/// The words that the names of the whole world begin with.
constexpr WordList kWorldWords(
    "anywhere global globally mundial the weltweit whole work world worldwide ");

bool has_any(std::string_view gap, std::string_view characters) {
  return gap.find_first_of(characters) != gap.npos;
}

bool is_separated(std::string_view gap) {
  return is_hard_break(gap) || has_any(gap, ",/()[]-:") || gap.contains("–") || gap.contains("—");
}

bool is_abbreviation(const Word& word) {
  return word.folded.size() >= 2 && word.folded.size() <= 3 &&
         std::ranges::none_of(word.raw, is_ascii_lower) &&
         std::ranges::all_of(word.folded, is_ascii_lower);
}

enum class Writing : std::uint8_t { kList, kProse };

class MentionFinder {
 public:
  MentionFinder(std::span<const Word> words, Writing writing) : words_(words), writing_(writing) {}

  std::vector<Mention> find() {
    for (std::size_t i = 0; i < words_.size();) {
      const std::size_t known = mentions_.size();
      i = step(i);
      if (mentions_.size() > known && is_time_zone(mentions_.back())) drop_time_zone();
    }
    resolve_georgia();
    resolve_namesake();
    if (writing_ == Writing::kProse) {
      std::erase_if(mentions_, [this](const Mention& m) { return !is_written_as_name(m); });
    }
    return std::move(mentions_);
  }

 private:
  /// Takes the mention at word `i`; answers the word to go on with.
  std::size_t step(std::size_t i) {
    if (kExcludingWords.contains(words_[i].folded)) return end_of_exclusion(i);
    const bool may_begin = begins_name(words_[i]) || kWorldWords.contains(words_[i].folded);
    if (writing_ == Writing::kProse && !may_begin) return i + 1;
    if (words_[i].folded == "georgia") {
      add({i, i + 1, {georgia_of_city(i), PlaceKind::kSubdivision}});
      return i + 1;
    }
    if (const auto match = longest_place(words_.subspan(i))) {
      add({i, i + match->words, match->place});
      return i + match->words;
    }
    if (is_abbreviation(words_[i])) take_abbreviation(i);
    return i + 1;
  }

  /// Whether a word is written as the first of a name: "Spain", "50 states".
  static bool begins_name(const Word& word) {
    return is_ascii_upper(word.raw.front()) || is_ascii_digit(word.raw.front());
  }

  bool is_written_as_name(const Mention& mention) const {
    if (mention.place.codes == kWorld) return true;
    const Word& word = words_[mention.begin + (words_[mention.begin].folded == "the" ? 1 : 0)];
    return word.folded == "us" ? !word.raw.contains('s') : begins_name(word);
  }

  std::size_t end_of_exclusion(std::size_t i) const {
    const int depth = words_[i].depth;
    std::size_t end = i + 1;
    while (end < words_.size() && !is_hard_break(words_[end].gap) && words_[end].depth >= depth) {
      ++end;
    }
    return end;
  }

  /// Adds a mention. Of "Paris, Texas" the state says which Paris.
  void add(const Mention& mention) {
    const std::string_view first = words_[mention.begin].folded;
    const bool is_part =
        mention.place.kind == PlaceKind::kSubdivision || kPartsOfCountries.contains(first);
    const bool names_city = is_part && !kCityStates.contains(first) &&
                            follows_place(mention.begin) && may_be_town(mentions_.back());
    if (names_city) mentions_.pop_back();
    mentions_.push_back(mention);
  }

  /// Whether a mention may be a town: a city, or a province at the beginning that shares its name
  /// with a town.
  bool may_be_town(const Mention& mention) const {
    const bool is_province = mentions_.size() == 1 && mention.end == mention.begin + 1 &&
                             kProvinceTowns.contains(words_[mention.begin].folded);
    return mention.place.kind == PlaceKind::kCity || is_province;
  }

  /// Resolves a namesake: of a city and a country, "Santiago, Dominican Republic", and nothing
  /// else, the country counts.
  void resolve_namesake() {
    if (mentions_.size() != 2 || mentions_[0].place.codes == mentions_[1].place.codes) return;
    const Mention& country = mentions_[1];
    const std::string_view gap = words_[country.begin].gap;
    const bool is_in_it = mentions_[0].place.kind == PlaceKind::kCity &&
                          country.place.kind == PlaceKind::kCountry && gap.contains(',') &&
                          mentions_[0].end == country.begin && continues_item(gap);
    if (is_in_it && !kCityCountries.contains(words_[country.begin].folded)) {
      mentions_.erase(mentions_.begin());
    }
  }

  /// The code of "Georgia" behind a city, "Atlanta, Georgia", "Tbilisi, Georgia"; "" where other
  /// places tell.
  std::string_view georgia_of_city(std::size_t i) const {
    if (!follows_place(i)) return {};
    const std::string_view country = mentions_.back().place.codes;
    return country == "US" || country == "GE" ? country : std::string_view();
  }

  /// Whether a word follows a place: TX in "Austin, TX" and "Austin TX".
  bool follows_place(std::size_t i) const {
    return !mentions_.empty() && mentions_.back().end == i && continues_item(words_[i].gap);
  }

  static bool continues_item(std::string_view gap) {
    return !is_hard_break(gap) && !has_any(gap, "()/[]:");
  }

  void take_abbreviation(std::size_t i) {
    const std::string_view code = words_[i].folded;
    if (!words_[i].gap.contains(',') && !ends_item(i)) return;  // "London OR Paris"
    if (follows_place(i) && specify(i)) return;
    const std::string_view country = follows_unknown_city(i)
                                         ? country_after_city(words_[i - 1].folded, code)
                                         : country_alone(i, code);
    if (!country.empty()) mentions_.push_back({i, i + 1, {country, PlaceKind::kSubdivision}});
  }

  /// Specifies a known place by the abbreviation `i` right after it; false where it is a place of
  /// its own.
  bool specify(std::size_t i) {
    const std::string_view code = words_[i].folded;
    Mention& last = mentions_.back();
    std::string_view& codes = last.place.codes;
    const std::string_view country = postal_code_country(code);
    const bool is_said_again = iequals(codes, code) || unambiguous_code(code) == codes ||
                               (codes == "AU" && kAustralianStates.contains(code));
    if (!is_said_again && codes != country) {
      // "Holland, MI" is a city too; "Lebanon, TN" is one, or two countries.
      const bool may_be_city = last.place.kind == PlaceKind::kCity ||
                               (last.place.kind == PlaceKind::kCountry && !has_states(codes));
      if (country.empty() || !may_be_city) return false;
      if (last.place.kind == PlaceKind::kCountry && !kStatesAlone.contains(code)) {
        mentions_.pop_back();
        return true;
      }
      codes = country;
    }
    last.end = i + 1;
    return true;
  }

  static bool has_states(std::string_view country) { return country == "US" || country == "CA"; }

  bool follows_unknown_city(std::size_t i) const {
    if (i == 0 || !continues_item(words_[i].gap)) return false;
    const Word& city = words_[i - 1];
    if (is_remote_word(city.folded) || is_abbreviation(city)) return false;
    return mentions_.empty() || mentions_.back().end != i;
  }

  bool ends_item(std::size_t i) const {
    return i + 1 == words_.size() || is_separated(words_[i + 1].gap) ||
           is_remote_word(words_[i + 1].folded);
  }

  static std::string_view country_after_city(std::string_view city, std::string_view code) {
    if (const std::string_view country = unambiguous_code(code); !country.empty()) return country;
    const bool is_known = kTownsOfStates.value(city).contains(code);
    const bool is_doubtful = kDoubtfulStates.contains(code) && !is_known;
    return is_doubtful ? std::string_view() : postal_code_country(code);
  }

  /// The country of a code alone, "Remote - PL", "NY, NJ", if it cannot be both a state and a
  /// country.
  std::string_view country_alone(std::size_t i, std::string_view code) const {
    const bool starts =
        i == 0 || is_separated(words_[i].gap) || is_remote_word(words_[i - 1].folded);
    if (!starts || !ends_item(i)) return {};
    if (const std::string_view country = unambiguous_code(code); !country.empty()) return country;
    return kStatesAlone.contains(code) ? postal_code_country(code) : std::string_view();
  }

  /// Drops the places of a time zone or preference, "EU time zones", "Europe preferred", with all
  /// that it applies to, as in "US/EU hours".
  void drop_time_zone() {
    std::size_t begin = 0;
    do {
      begin = mentions_.back().begin;
      mentions_.pop_back();
    } while (!mentions_.empty() && is_joined(mentions_.back().end, begin));
  }

  bool is_time_zone(const Mention& mention) const {
    for (std::size_t i = mention.end; i < words_.size() && i < mention.end + 4; ++i) {
      const Word& word = words_[i];
      if (is_hard_break(word.gap) || has_any(word.gap, ",()[]/:") || word.gap.contains(" -")) break;
      if (kTimeWords.contains(word.folded)) return true;
      if (!kTimeQualifiers.contains(word.folded)) break;
    }
    return false;
  }

  /// Whether two places are joined: "US/EU", "US or EU".
  bool is_joined(std::size_t end, std::size_t begin) const {
    if (begin == end) return words_[begin].gap.contains('/');
    const std::string_view between = words_[end].folded;
    return begin == end + 1 && (between == "or" || between == "and");
  }

  /// Resolves "Georgia": US among American places, GE among other countries; alone, or with Canada,
  /// it may be both.
  void resolve_georgia() {
    bool has_us = false;
    bool has_other = false;
    for (const Mention& mention : mentions_) {
      const std::string_view codes = mention.place.codes;
      has_us = has_us || codes.contains("US") || codes.contains("NORTH_AMERICA");
      has_other = has_other || (codes.size() == 2 && codes != "US" && codes != "CA");
    }
    const std::string_view code = has_us ? "US" : has_other ? "GE" : "";
    for (Mention& mention : mentions_) {
      if (mention.place.codes.empty()) mention.place.codes = code;
    }
    std::erase_if(mentions_, [](const Mention& mention) { return mention.place.codes.empty(); });
  }

  std::span<const Word> words_;
  Writing writing_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> find_mentions(std::span<const Word> words) {
  return MentionFinder(words, Writing::kList).find();
}

std::vector<Mention> find_mentions_in_prose(std::span<const Word> words) {
  return MentionFinder(words, Writing::kProse).find();
}

bool is_remote_word(std::string_view folded) { return kRemoteWords.contains(folded); }

void add_codes(std::vector<std::string_view>& scope, std::string_view codes) {
  while (!codes.empty()) {
    const std::size_t comma = std::min(codes.find(','), codes.size());
    const std::string_view code = codes.substr(0, comma);
    const auto at = std::ranges::lower_bound(scope, code);
    if (at == scope.end() || *at != code) scope.insert(at, code);
    codes.remove_prefix(std::min(comma + 1, codes.size()));
  }
}

}  // namespace spearyx::normalize
