#include "support/decode.h"

template void glz::skip_string_view<glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*, std::uint64_t&) noexcept;
template void glz::skip_until_closed<glz::skip_until_closed_opts{false, false}, '{', '}',
                                     std::size_t{1}, glz::context&, const char*&, const char*>(
    glz::context&, const char*&, const char*) noexcept;
