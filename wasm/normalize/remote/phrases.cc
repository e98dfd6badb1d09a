#include "normalize/remote/phrases.h"

#include "normalize/text/sorted_text.h"

namespace spearyx::normalize {
namespace {

/// The phrases with their decision: r(emote), h(ybrid), o(n-site). Scripts without case, or with
/// one that is not folded, stand as written.
constexpr WordTable kPhrases(
    "a distance=r\na distancia=r\nanywhere=r\nat office=o\nau bureau=o\nda remoto=r\n"
    "desde casa=r\ndistanzarbeit=r\ndistributed=r\nem escritorio=o\nen oficina=o\n"
    "en presentiel=o\nen remoto=r\netatyo=r\nfernarbeit=r\nfjernarbejde=r\nfull remote=r\n"
    "heimarbeit=r\nhemarbete=r\nhibrida=h\nhibrido=h\nhjemmekontor=r\nhome based=r\n"
    "home office=r\nhomebased=r\nhomeoffice=r\nhybrid=h\nhybride=h\nhybrides=h\nhybridni=h\n"
    "hybrydowa=h\nhybrydowo=h\nhybrydowy=h\nibrida=h\nibrido=h\nim buro=o\nin office=o\n"
    "in person=o\nin praesenz=o\nin prasenz=o\nin presenza=o\nin sede=o\nin the office=o\n"
    "inoffice=o\ninperson=o\nmobiles arbeiten=r\nna miejscu=o\nno escritorio=o\noffice based=o\n"
    "office first=o\non premise=o\non premises=o\non site=o\nonsite=o\nop afstand=r\n"
    "op kantoor=o\nop locatie=o\npa distans=r\nprasenz=o\npresencial=o\npresencialmente=o\n"
    "presentiel=o\nremota=r\nremotas=r\nremote=r\nremotely=r\nremoto=r\nremotos=r\n"
    "semi presencial=h\nsemipresencial=h\nsmart working=r\nstacjonarna=o\nstacjonarnie=o\n"
    "stacjonarny=o\nsur place=o\nsur site=o\ntelearbeit=r\ntelecommute=r\ntelecommuter=r\n"
    "telecommuting=r\ntelelavoro=r\nteletrabajo=r\nteletrabalho=r\nteletravail=r\ntelework=r\n"
    "teleworking=r\nthuiswerk=r\nthuiswerken=r\nuzaktan=r\nvirtual=r\nvon zu hause=r\n"
    "von zuhause=r\nvor ort=o\nw biurze=o\nwfh=r\nwork at home=r\nwork from home=r\nworldwide=r\n"
    "zdalna=r\nzdalne=r\nzdalnie=r\nzdalny=r\nВіддалено=r\nГибрид=h\nУдаленная=r\nУдаленно=r\n"
    "Удалённо=r\nв офисе=o\nвіддалена=r\nвіддалено=r\nгибрид=h\nгибридная=h\nгибридный=h\n"
    "офис=o\nудаленка=r\nудаленная=r\nудаленно=r\nудаленный=r\nудалённая=r\nудалённо=r\n"
    "オフィス勤務=o\nテレワーク=r\nハイブリッド=h\nフルリモート=r\nリモート=r\nリモートワーク=r\n"
    "出社=o\n在宅=r\n在宅勤務=r\n完全在宅=r\n居家办公=r\n混合办公=h\n现场=o\n现场办公=o\n远程=r\n"
    "远程办公=r\n遠程=r\n遠端=r\n원격=r\n원격근무=r\n재택=r\n재택근무=r\n출근=o\n하이브리드=h\n");

/// The beginnings of phrases: most words of a text need no look at them.
constexpr Looks kPhraseBeginnings = [] {
  Looks looks;
  add_first_words(looks, kPhrases);
  return looks;
}();

}  // namespace

PhraseMatch workplace_phrase(std::span<const Word> words, std::size_t at) {
  return kPhraseBeginnings.may_have(words[at].folded) ? phrase_at(kPhrases, words, at)
                                                      : PhraseMatch{};
}

RemoteDecision workplace_of(const PhraseMatch& phrase) {
  using enum RemoteDecision;
  if (phrase.value.empty()) return kNotStated;
  return phrase.value == "r" ? kRemote : phrase.value == "h" ? kHybrid : kOnSite;
}

}  // namespace spearyx::normalize
