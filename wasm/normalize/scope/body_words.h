#pragma once

#include <array>
#include <string_view>

#include "normalize/text/phrases.h"
#include "normalize/text/sorted_text.h"

/// The words by which a description says where the holder of the job may live. All are folded.
namespace spearyx::normalize {

/// The lead-ins, patterns of words that introduce a statement about where the holder of the job
/// lives. Fillers may follow before the first place.
inline constexpr auto kLeadIns = std::to_array<std::string_view>(
    {"must|should|need|needs|required|have|has to? currently|physically|permanently|legally? be "
     "a|an? "
     "currently|physically|permanently|legally? based|located|living|residing|resident|residents|"
     "domiciled? in|within|of|anywhere",
     "must|should|need|needs|required|have|has to? currently|physically|permanently|legally? "
     "reside|live|work remotely|remote? in|within|from|anywhere",
     "can|may|could|will be? based|located|done|performed|worked|work|live|reside remotely? from? "
     "anywhere",
     "open|available|limited|restricted|looking|position|role|job|opportunity is? to|for "
     "remote|qualified|all|only? "
     "candidates|applicants|people|residents|individuals|talent|anyone|those|professionals",
     "open|limited|restricted only? to",
     "only|exclusively able? to? "
     "considering|consider|accepting|accept|hiring|hire|recruiting|recruit|"
     "employing|employ|interviewing|seeking",
     "considering|consider|accepting|accept|hiring|hire|recruiting|recruit only|exclusively",
     "hire|hiring|recruit|recruiting remotely? people|talent|candidates|engineers|applicants? "
     "from? "
     "anywhere",
     "can|are|re|currently|only|actively only? hire|hiring|recruit|recruiting|employ "
     "people|candidates|talent? "
     "living|in|from|within",
     "work|works|working remotely? from anywhere",
     "remote|remotely|candidates|applicants|talent from? anywhere",
     "remote|remotely within|throughout",
     "work remotely from|in",
     "position|role|job is a? 100? fully|completely|entirely? remote "
     "in|within|across|from|anywhere",
     "welcome|welcoming applicants|candidates|applications|people from|based?",
     "remote position|role|job|opportunity based|located? "
     "in|within|across|throughout|anywhere|from",
     "remote|remotely first? "
     "candidates|employees|fellows|workers|applicants|hires|people|role|team? "
     "in|within|across|based|located",
     "can|could|may|must|should|will be within|anywhere",
     "any|every|either|following of? these|the? following? "
     "country|countries|location|locations|state|states|place|city|part in|within|of|across?",
     "must|should have your|their|a? permanent|primary? residence|residency in",
     "wohnsitz|wohnhaft|ansassig|lebst|lebt|wohnst|wohnt|woonachtig|woont|risiedere|risiedi|bosatt|"
     "mieszkasz in|i|w",
     "innerhalb|aus ganz|von?",
     "residir|reside|residente|residentes|resida|residan|residas|radicado|radicada|radicados|vivir|"
     "vivan|"
     "vivas|morar "
     "en|em|no|na",
     "desde|de cualquier|qualquer lugar|parte|pais|estado|cidade|ciudad de|del|do|da|en|em",
     "resider|residant|base|basee|domicilie|habiter|vivre en|au|aux",
     "partout en|au",
     "depuis la|le|l?",
     "we hire|recruit|employ people|talent|candidates? in|across|throughout|within|anywhere",
     "da tutta|tutto|qualsiasi?",
     "na|z|w terenie|terenu|calej calej?"});

/// The first words of lead-ins that begin many other things: "customers in every country of
/// Europe", "une entreprise basée en France". They count in a sentence with one of the words below.
inline constexpr WordList kWeakFirstWords(
    "any base basee da de depuis desde either every following na partout w z ");
inline constexpr WordList kOfTheJob(
    "applicants candidat candidates emploi lavora lavorare live open position poste praca pracuj "
    "puesto remote remotely remoto role stelle teletravail trabaja trabajar trabajo trabalhar "
    "trabalhe trabalho vaga work you zdalna zdalnie ");

/// Words that may stand between a lead-in and its first place.
inline constexpr WordList kFillers(
    "a across all any anywhere applicants applications are based candidates contiguous continental "
    "countries country currently der either following for from hiring in individuals live located "
    "locations "
    "mainland of one our people physically regions reside residents residing states talent the "
    "these "
    "those throughout who within ");

/// Words that join the places of a statement.
inline constexpr WordList kJoiners("and e either en et in o oder or ou the und y ");

/// Words that turn a place before them into something else than a residence: "US citizens", "EU
/// market".
inline constexpr WordList kNotResidence(
    "citizen citizens client clients company customer customers market markets nationals office "
    "offices person persons startup team ");

/// Words for others than the holder of the job: "a company based in Berlin".
inline constexpr WordList kOthers(
    "agence agency azienda business businesses client clients compania company customer "
    "customers empresa entreprise firm firma founded groupe headquartered office offices "
    "organization partner platform provider societe startup studio team teams unternehmen ");

inline constexpr WordList kSeekingVerbs(
    "be hire hiring looking need prefer recruiting require searching seek seeking ");
inline constexpr WordList kSought(
    "applicant applicants candidate candidates contractors freelancers individuals job opportunity "
    "position professionals residents role talent ");
inline constexpr WordList kTowards("to with ");

/// Words with which a sentence seeks somebody: "… a developer, based in Latin America".
inline constexpr WordList kSearching(
    "applicant applicants available candidate candidates hire hiring join looking need remotely "
    "seek seeking someone talent you ");

inline constexpr WordList kBodyDenials("cannot doesn don isn needn never unable without ");

/// Words of the job. "US only" is about the job where one of these is near, or nothing else is on
/// the line …
inline constexpr WordList kJobNouns(
    "applicants applications candidates hire hiring job location locations opportunity position "
    "role ");
inline constexpr WordList kRemoteNouns("based remote remotely ");

/// … and not where it limits a benefit or a market.
inline constexpr WordList kOtherSubjects(
    "401 401k allowance benefit benefits bonus clients coverage customers dental equity health "
    "healthcare holidays insurance leave market match medical pension plan stipend ");

/// Words of a length of time: "work from anywhere" for a while is a perk.
inline constexpr WordList kSpans("days month months week weekly weeks ");

/// The labels of a line about the place of work.
inline constexpr WordList kLocationLabels(
    "candidate countries country eligible geography hiring job lieu localizacao location "
    "locations lokalizacja ort place region regions remote standort states ubicacion where work ");

inline constexpr WordList kWorldwideWords("anywhere global globally weltweit world worldwide ");

}  // namespace spearyx::normalize
