#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include "sanitize/scan.h"

namespace spearyx::sanitize {

/// A growing text that is padded (`scan.h`), and written as it is read: sixteen bytes at a time.
class TextBuffer {
 public:
  explicit TextBuffer(std::size_t capacity = 0) { reserve(capacity); }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] char* data() { return bytes_.get(); }
  [[nodiscard]] char operator[](std::size_t at) const { return bytes_[at]; }
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
  [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
    return {bytes_.get() + begin, end - begin};
  }

  void reserve(std::size_t capacity) {
    if (bytes_ && capacity <= capacity_) return;
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity + kBytesAtOnce);
    if (size_ > 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
  }

  /// Cuts the text; `size` is at most its own.
  void truncate(std::size_t size) { size_ = size; }

  void append(char c) {
    make_room_for(1);
    bytes_[size_++] = c;
  }

  /// Appends text from elsewhere, padded or not.
  void append(std::string_view text) {
    make_room_for(text.size());
    if (!text.empty()) std::memcpy(bytes_.get() + size_, text.data(), text.size());
    size_ += text.size();
  }

  /// Appends a copy of a part of the text.
  void append_own(std::size_t begin, std::size_t end) {
    make_room_for(end - begin);
    append_padded(view(begin, end));
  }

  /// Appends padded text.
  void append_padded(std::string_view text) {
    append_until(text, [](Bytes, Bytes) { return ByteMask{}; });
  }

  /// Appends padded text up to the first byte that `is_special` marks, given sixteen bytes and
  /// those one further on. Returns the number of bytes appended.
  template <typename IsSpecial>
  std::size_t append_until(std::string_view text, IsSpecial is_special) {
    make_room_for(text.size());
    char* to = bytes_.get() + size_;
    std::size_t length = text.size();
    for (std::size_t at = 0; at < text.size(); at += kBytesAtOnce) {
      const char* block = text.data() + at;
      const Bytes bytes = load_bytes(block);
      store_bytes(bytes, to + at);
      const std::size_t special = first_of(is_special(bytes, load_bytes(block + 1)));
      if (special == kBytesAtOnce) continue;
      length = std::min(at + special, length);
      break;
    }
    size_ += length;
    return length;
  }

 private:
  void make_room_for(std::size_t size) {
    if (size > capacity_ - size_) reserve(std::max(size_ + size, 2 * capacity_));
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace spearyx::sanitize
