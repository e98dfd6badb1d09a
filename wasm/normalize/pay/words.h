#pragma once

#include <array>
#include <string_view>

#include "normalize/text/sorted_text.h"

/// Words beside amounts, as `Words` folds them: English, German, French, Spanish, Portuguese,
/// Italian, Dutch, Polish, Czech, Swedish, Danish, Norwegian, Turkish, Russian, Japanese, Chinese
/// and Korean.
namespace spearyx::normalize {

/// Words of pay.
inline constexpr WordList kPayWords(
    "compensation ctc earnings jahresgehalt lon maas manadslon mzda ote placa plat ral "
    "remuneracao remuneracion remuneration remunerazione retribuzione salaire salaires "
    "salarial salaries salario salarios salary stipendio sueldo tagessatz tjm uurloon "
    "uurtarief vencimento vergutung verloning wage wages widelki wynagrodzenia wynagrodzenie "
    "zarobki Доход Зарплата Оклад доход зарплата оклад 年俸 年収 年薪 待遇 日給 時給 月収 月給 "
    "月薪 給与 薪水 薪資 薪资 "
    "급여 시급 연봉 월급 ");

/// Endings of longer words of pay: "Einstiegsgehalt".
inline constexpr std::array<std::string_view, 3> kPayEndings = {"gehalt", "lohn", "salaris"};

/// The beginning of longer words of pay: "Gehaltsspanne".
inline constexpr std::string_view kPayBeginning = "gehalts";

/// Words of pay only where no other money is in the sentence.
inline constexpr WordList kHintWords(
    "base basic brut brutos brutto earn earning gross lordi lordo neto netos netti netto offer "
    "offering offers package paid paying pays "
    "range rate rates salaried stawka tarif ");

/// Words beside which "pay" is the noun: "base pay", "pay range".
inline constexpr WordList kBeforePay(
    "annual base estimated expected full gross hourly monthly our range salary starting target "
    "the total weekly ");
inline constexpr WordList kAfterPay("band between from grade is of range ranges rate rates scale ");

/// Words of money that is not the pay, and of the units that other figures count.
inline constexpr WordList kOtherMoney(
    "401 401k 403 acv additional aide allowance allowances aov arr assets aum award awards "
    "backed beihilfe bono bonus bonuses bounty budget budgets buono buy capital cash charity "
    "childcare commission commissions companies conference contribution contributions cost "
    "costs courses coverage coworking credit credits customer customers deal deals "
    "deductible dental diem disability discount discounts donate donates donation donations "
    "education employees equipment equity expense expenses extra facturacion families "
    "fatturato fee fees finanziamento fund funded funding generated gift gmv grant grants "
    "gym hardware home household households hsa incentive insurance internet invested "
    "investissement investition investitionen investment investors kunden laptop learning "
    "leave levee loan loans lunch margin margins match matching meal medical members miete "
    "mortgage mrr options order orders parental payment payments penalty pension people perk "
    "perks phone pipeline policy praemie pramie precio precios preis preise presupuesto "
    "prezzo price prices pricing prime primes prix prize prizes processed profit purchase "
    "quota quotas raise raised raising referral referrals reimbursed reimbursement "
    "reimbursements relocation rent retirement revenue revenues rsu rsus sachbezug saved "
    "saves savings seed series shipping sign signing spend spending stipend stipends stock "
    "subscription supplement ticket tickets transactions travel treasury tuition turnover "
    "umsatz users valuation value valued values variabel variable variavel volume voucher "
    "vouchers wellbeing wellness worth zuschuss ");

/// Endings of longer words of other money: "Weiterbildungsbudget".
inline constexpr std::array<std::string_view, 7> kOtherEndings = {
    "budget", "bonus", "pramie", "umsatz", "zulage", "zuschuss", "versicherung"};

/// Words before "salary" by which it is another's, or not offered: "Our graduates earn a salary of".
inline constexpr WordList kOtherEarners("alumni graduates learners negotiate negotiating ");

/// Words of what a role is paid for: "We pay $120,000 for this role", not "for security bugs".
inline constexpr WordList kForTheJob(
    "a all an each full our position role roles senior the this your ");

/// Words between "salary" and its figure that do not count.
inline constexpr WordList kConnecting(
    "a an annual annuel approx approximately are around at band base be between brut bruto "
    "brutto ca cad circa de der di do expected for from gross hour hourly im is max maximum "
    "min minimum month monthly net netto of per por position range ranges ranging role "
    "starting starts target the this to up upto usd von will year yearly ");

/// Words of the certain part of pay.
inline constexpr WordList kBaseWords(
    "base basic basis fijo fix fixe fixed fixgehalt fixo fixum grundgehalt grundlohn ");

/// Words of pay with all that may come on top.
inline constexpr WordList kTotalWords("ote zieleinkommen zielgehalt zielvergutung ");
/// Words that name such pay together, "target earnings", "total cash compensation": one of the
/// first list beside one of the second.
inline constexpr WordList kTotalAdjectives("target total ");
inline constexpr WordList kTotalNouns("cash compensation earnings income package rewards ");

/// Words with which a new thought starts behind an amount.
inline constexpr WordList kNewThought(
    "and as based commensurate depending excluding including or plus when while with ");

/// Words beside an amount that has its line to itself.
inline constexpr WordList kLabelWords(
    "a annum applicants approx at b2b base based basic brut brutto c2c ca candidates circa "
    "comp competitive contract depending doe equity experience for from fte full gross hours "
    "hrs in inside ir35 located max maximum min minimum month net netto on ote outside pay per "
    "plus pro range rata rate remote residing salary starting tc time to total up upto w2 week "
    "year ");

/// Words between an amount and the period that belongs to it: "€60,000 gross per year".
inline constexpr WordList kBesidePeriod(
    "aud b2b base basic brut bruto brutto cad chf compensation eur euro euros gbp gross lordi "
    "net neto nets netto pay salary usd ");

// ---- Bounds ----

/// Bounds right before an amount: one to three words, joined by spaces.
inline constexpr WordTable kBoundsBefore(
    "a partir da=from\na partir de=from\na partir di=from\nab=from\nabove=from\nal menos=from\n"
    "almeno=from\nas high as=upto\nas much as=upto\nat least=from\nate=upto\nau moins=from\n"
    "az=upto\naz do=upto\nbegin at=from\nbeginning at=from\nbegins at=from\nbelow=upto\n"
    "bis=upto\nbis zu=upto\ncapped at=upto\nda=from\ndesde=from\ndo=upto\nexceeding=from\n"
    "fino a=upto\nfra=from\nfran=from\nfrom=from\nhasta=upto\njusqu a=upto\nless than=upto\n"
    "maks=upto\nmassimo=upto\nmax=upto\nmaximaal=upto\nmaximal=upto\nmaximo=upto\n"
    "maximum=upto\nmaximum of=upto\nmin=from\nmindestens=from\nminimaal=from\nminimal=from\n"
    "minimo=from\nminimum=from\nminimum of=from\nminst=from\nmore than=from\n"
    "no less than=from\nno more than=upto\nnot exceed=upto\nnot exceeding=upto\n"
    "not less than=from\nnot more than=upto\nod=from\nop til=upto\nover=from\nstart at=from\n"
    "start from=from\nstarting at=from\nstarting from=from\nstarts at=from\nstarts from=from\n"
    "top out at=upto\ntops out at=upto\ntot=upto\nunder=upto\nup to=upto\nupp till=upto\n"
    "upto=upto\nupwards of=from\nvanaf=from\nдо=upto\nот=from\n");

/// Bounds right behind an amount: one or two words.
inline constexpr WordTable kBoundsAfter(
    "and above=from\nand up=from\nand upwards=from\naufwarts=from\net plus=from\nmax=upto\n"
    "maximum=upto\nmin=from\nminimum=from\nor above=from\nor more=from\nund mehr=from\n"
    "y mas=from\n");

}  // namespace spearyx::normalize
