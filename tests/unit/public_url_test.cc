#include "support/public_url.h"

#include <gtest/gtest.h>

namespace spearyx::testing {
namespace {

TEST(PublicUrl, IsHttpsAndOfAPublicHost) {
  for (const char* url :
       {"https://hooks.example.com", "https://hooks.example.com/services/T0/B0?x=1#y",
        "https://hooks.slack.com/@me", "https://Hooks.Example.COM:8443/x",
        "https://xn--bcher-kva.de", "https://a.b-c.d.dev?u=https://localhost",
        "https://10.example.org/"}) {
    EXPECT_TRUE(is_public_https_url(url)) << url;
  }
}

TEST(PublicUrl, IsNothingElse) {
  for (const char* url : {"",
                          "https://",
                          "https:///x",
                          "https:/hooks.example.com",
                          "http://hooks.example.com",
                          "HTTP://hooks.example.com",
                          "ftp://hooks.example.com",
                          "hooks.example.com",
                          " https://hooks.example.com",
                          "https://hooks.example.com/\n",
                          "https://hooks.example.com\\@10.0.0.1",
                          "https://user@hooks.example.com",
                          "https://user:secret@hooks.example.com",
                          "https://localhost",
                          "https://localhost.",
                          "https://intranet",
                          "https://printer.local",
                          "https://printer.LOCAL/x",
                          "https://db.internal",
                          "https://nas.lan:8080",
                          "https://1.168.192.in-addr.arpa",
                          "https://127.0.0.1",
                          "https://169.254.169.254/latest/meta-data",
                          "https://2130706433",
                          "https://0x7f.1",
                          "https://0x7f.0x1",
                          "https://127.1",
                          "https://[::1]/",
                          "https://[::ffff:10.0.0.1]",
                          "https://hooks.example.com:",
                          "https://hooks.example.com:port",
                          "https://hooks.example.com:443:1",
                          "https://hooks..com",
                          "https://.example.com",
                          "https://hooks.example.com.",
                          "https://hooks%2eexample.com",
                          "https://hooks_1.example.com",
                          "https://b\xC3\xBC"
                          "cher.de"}) {
    EXPECT_FALSE(is_public_https_url(url)) << url;
  }
}

}  // namespace
}  // namespace spearyx::testing
