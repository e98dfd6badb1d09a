#include "support/decode.h"

namespace spearyx {
namespace {

/// The slots by their names, as glaze finds the values of a map.
struct Slots {
  using key_type = std::string_view;  // NOLINT(readability-identifier-naming): the name is glaze's

  /// The slot of a member; one that passes its value over where nobody wants it.
  Slot operator[](std::string_view name) {
    for (std::size_t tried = 0; tried < names.size(); ++tried) {
      if (next == names.size()) next = 0;
      if (const std::size_t at = next++; names[at] == name) return slots[at];
    }
    return unwanted;
  }

  std::span<const std::string_view> names;
  std::span<const Slot> slots;
  glz::skip skip{};
  Slot unwanted = slot_of(skip);
  /// The place behind the member found last: most objects have their members in one order.
  std::size_t next = 0;
};

}  // namespace

/// An object of which glaze knows no member, so that it asks the slots for each.
struct Members {
  Slots slots;
};

}  // namespace spearyx

template <>
struct glz::meta<spearyx::Members> {
  // NOLINTBEGIN(readability-identifier-naming): the names are glaze's
  static constexpr auto value = glz::object();
  static constexpr auto unknown_read = &spearyx::Members::slots;
  // NOLINTEND(readability-identifier-naming)
};

template <>
struct glz::from<glz::JSON, spearyx::Slot> {
  template <auto kOptions>
  static void op(spearyx::Slot slot, is_context auto& context, auto& at, auto end) {
    slot.read(slot.place, context, at, end);
  }
};

namespace spearyx {

glz::error_ctx decode_members(std::string_view text, std::span<const std::string_view> names,
                              std::span<const Slot> slots) {
  Members members{.slots = {.names = names, .slots = slots}};
  return glz::read<kDecode>(members, text);
}

}  // namespace spearyx

template void glz::skip_string_view<glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*, std::uint64_t&) noexcept;
template void glz::skip_until_closed<glz::skip_until_closed_opts{false, false}, '{', '}',
                                     std::size_t{1}, glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*) noexcept;
