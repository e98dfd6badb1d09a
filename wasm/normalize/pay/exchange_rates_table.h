#pragma once

#include <array>
#include <string_view>

/// The units of each currency that one US dollar buys: the active codes of ISO 4217, sorted. From
/// the package @fawazahmed0/currency-api, which names no licence: rates are facts; `npm run
/// exchange-rates` renews them.
namespace spearyx::normalize {

inline constexpr std::string_view kExchangeRatesDate = "2026-09-29";

struct ExchangeRate {
  std::string_view code;
  double units_per_dollar;
};

// clang-format off
inline constexpr std::array<ExchangeRate, 156> kExchangeRates = {{
    {"AED", 3.6725}, {"AFN", 63.981}, {"ALL", 81.017}, {"AMD", 363.57},
    {"ANG", 1.8028}, {"AOA", 918.34}, {"ARS", 1525}, {"AUD", 1.4247},
    {"AWG", 1.79}, {"AZN", 1.7}, {"BAM", 1.7216}, {"BBD", 2},
    {"BDT", 123.17}, {"BGN", 1.7216}, {"BHD", 0.376}, {"BIF", 2999.1},
    {"BMD", 1}, {"BND", 1.2787}, {"BOB", 12.163}, {"BRL", 5.2242},
    {"BSD", 1}, {"BTN", 96.085}, {"BWP", 13.671}, {"BYN", 3.0292},
    {"BZD", 2.0135}, {"CAD", 1.4188}, {"CDF", 2311.5}, {"CHF", 0.83337},
    {"CLP", 967.73}, {"CNY", 6.7078}, {"COP", 3369}, {"CRC", 455.21},
    {"CUP", 24.018}, {"CVE", 97.063}, {"CZK", 21.473}, {"DJF", 178.09},
    {"DKK", 6.5798}, {"DOP", 57.724}, {"DZD", 133.82}, {"EGP", 52.05},
    {"ERN", 15}, {"ETB", 162.82}, {"EUR", 0.88023}, {"FJD", 2.2382},
    {"FKP", 0.75539}, {"GBP", 0.75539}, {"GEL", 2.5977}, {"GHS", 11.646},
    {"GIP", 0.75539}, {"GMD", 74.292}, {"GNF", 8802.5}, {"GTQ", 7.6358},
    {"GYD", 209.35}, {"HKD", 7.8448}, {"HNL", 26.867}, {"HTG", 130.92},
    {"HUF", 323.46}, {"IDR", 18016}, {"ILS", 3.0737}, {"INR", 96.085},
    {"IQD", 1310.6}, {"IRR", 1375000}, {"ISK", 120.56}, {"JMD", 158.22},
    {"JOD", 0.709}, {"JPY", 157.48}, {"KES", 129.67}, {"KGS", 87.457},
    {"KHR", 4061.1}, {"KMF", 433.04}, {"KPW", 900.1}, {"KRW", 1358.2},
    {"KWD", 0.30871}, {"KYD", 0.83175}, {"KZT", 441.23}, {"LAK", 22467},
    {"LBP", 89716}, {"LKR", 330.91}, {"LRD", 172.09}, {"LSL", 16.44},
    {"LYD", 6.4007}, {"MAD", 9.648}, {"MDL", 17.715}, {"MGA", 4389.1},
    {"MKD", 54.153}, {"MMK", 2099.6}, {"MNT", 3599}, {"MOP", 8.0801},
    {"MRU", 40.082}, {"MUR", 47.606}, {"MVR", 15.46}, {"MWK", 1734.8},
    {"MXN", 18.005}, {"MYR", 4.0832}, {"MZN", 63.831}, {"NAD", 16.44},
    {"NGN", 1326.2}, {"NIO", 36.718}, {"NOK", 9.5469}, {"NPR", 153.81},
    {"NZD", 1.7673}, {"OMR", 0.38486}, {"PAB", 1}, {"PEN", 3.416},
    {"PGK", 4.4693}, {"PHP", 62.518}, {"PKR", 277.14}, {"PLN", 3.8493},
    {"PYG", 5884.2}, {"QAR", 3.64}, {"RON", 4.6461}, {"RSD", 103.44},
    {"RUB", 84.508}, {"RWF", 1475.5}, {"SAR", 3.75}, {"SBD", 8.0476},
    {"SCR", 14.263}, {"SDG", 600.2}, {"SEK", 9.9805}, {"SGD", 1.2787},
    {"SHP", 0.75539}, {"SLE", 22.915}, {"SOS", 570.57}, {"SRD", 37.705},
    {"SSP", 5712.6}, {"STN", 21.747}, {"SVC", 8.75}, {"SYP", 13003},
    {"SZL", 16.44}, {"THB", 33.633}, {"TJS", 9.2325}, {"TMT", 3.4998},
    {"TND", 2.9693}, {"TOP", 2.4083}, {"TRY", 48.995}, {"TTD", 6.7872},
    {"TWD", 31.853}, {"TZS", 2639.6}, {"UAH", 44.924}, {"UGX", 3914.7},
    {"USD", 1}, {"UYU", 40.097}, {"UZS", 11792}, {"VED", 856.8},
    {"VES", 856.8}, {"VND", 25948}, {"VUV", 119.02}, {"WST", 2.767},
    {"XAF", 577.39}, {"XCD", 2.7074}, {"XOF", 577.39}, {"XPF", 105.04},
    {"YER", 236.61}, {"ZAR", 16.44}, {"ZMW", 19.62}, {"ZWG", 26.849},
}};
// clang-format on

}  // namespace spearyx::normalize
