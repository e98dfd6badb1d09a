#include "normalize/remote_phrases.h"

#include "normalize/sorted_text.h"

namespace spearyx::normalize {
namespace {

/// r(emote), h(ybrid), o(n-site). Scripts without case, or with one that is not folded, as written.
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

/// The words that a phrase may begin with: most words of a text are none, and need no look at the phrases.
constexpr WordList kPhraseWords(
    "a anywhere at au da desde distanzarbeit distributed em en etatyo fernarbeit fjernarbejde "
    "full heimarbeit hemarbete hibrida hibrido hjemmekontor home homebased homeoffice hybrid "
    "hybride hybrides hybridni hybrydowa hybrydowo hybrydowy ibrida ibrido im in inoffice "
    "inperson mobiles na no office on onsite op pa prasenz presencial presencialmente presentiel "
    "remota remotas remote remotely remoto remotos semi semipresencial smart stacjonarna "
    "stacjonarnie stacjonarny sur telearbeit telecommute telecommuter telecommuting telelavoro "
    "teletrabajo teletrabalho teletravail telework teleworking thuiswerk thuiswerken uzaktan "
    "virtual von vor w wfh work worldwide zdalna zdalne zdalnie zdalny Віддалено Гибрид "
    "Удаленная Удаленно Удалённо в віддалена віддалено гибрид гибридная гибридный офис удаленка "
    "удаленная удаленно удаленный удалённая удалённо オフィス勤務 テレワーク ハイブリッド "
    "フルリモート リモート リモートワーク 出社 在宅 在宅勤務 完全在宅 居家办公 混合办公 现场 "
    "现场办公 远程 远程办公 遠程 遠端 원격 원격근무 재택 재택근무 출근 하이브리드 ");

}  // namespace

PhraseMatch workplace_phrase(std::span<const Word> words, std::size_t at) {
  return kPhraseWords.contains(words[at].folded) ? phrase_at(kPhrases, words, at) : PhraseMatch{};
}

RemoteDecision workplace_of(const PhraseMatch& phrase) {
  using enum RemoteDecision;
  if (phrase.value.empty()) return kNotStated;
  return phrase.value == "r" ? kRemote : phrase.value == "h" ? kHybrid : kOnSite;
}

}  // namespace spearyx::normalize
