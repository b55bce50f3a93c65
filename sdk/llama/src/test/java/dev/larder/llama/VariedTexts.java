package dev.larder.llama;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of many scripts and kinds, and mixtures of them. */
final class VariedTexts {

  static final List<String> KINDS =
      List.of(
          "",
          " ",
          "\n\t  \r\n",
          "a",
          "cats",
          "The train from Paris to Berlin leaves at eight in the evening.",
          "How do I bake sourdough bread?",
          "UPPER lower MiXeD",
          "Café Zürich, naïve façade",
          "Cafe\u0301 Zu\u0308rich, nai\u0308ve fac\u0327ade",
          "e\u0301\u0302\u0303\u0304 stacked accents on e",
          "Å Å A\u030A",
          "İstanbul ıtır IŞIK",
          "ΣΊΣΥΦΟΣ ς σ Ωmega αβγ",
          "Straße ẞ ﬁne ﬂow ﬀ ligatures",
          "Привет, мир! Ёлка и йод",
          "日本 is Japan, 東京都 too",
          "ひらがなとカタカナ、ガギグ",
          "한국어 텍스트 안녕하세요",
          "\u1112\u1161\u11AB decomposed hangul",
          "שָׁלוֹם עולם",
          "مرحبا بالعالم، كيف الحال؟",
          "नमस्ते दुनिया क्षत्रिय",
          "สวัสดีชาวโลก",
          "ქართული ᲥᲐᲠᲗᲣᲚᲘ",
          "Ἀθῆναι ᾳ ῷ",
          "😀 😃 emoji 😄",
          "👨‍👩‍👧‍👦 family 👩🏽‍🚀 astronaut",
          "🇩🇪🇫🇷 flags ❤️ ☎️ 1️⃣",
          "5€ and £3.50 are 100 % of it!",
          "x^2 + y_1 <= 3 ~ `code` |a|",
          "¼ ½ ² ³ ™ © ® ° § ¶ ±",
          "∀x ∈ ℝ: ∑ x² ≥ 0, √2 ≈ 1.41",
          "Ｆｕｌｌｗｉｄｔｈ　ｔｅｘｔ１２３",
          "“quoted” – and … dashed — text ‹a› «b»",
          "hello@example.com #42 C++ https://example.com/a?b=c&d=1",
          "zero\u200Bwidth\u200Djoiner\uFEFFmark\u00ADsoft",
          "non\u00A0breaking\u2003em\u2009thin\u3000ideographic",
          "line\u2028separator\u2029paragraph\u0085next",
          "tab\there\rreturn\u000Bvertical\u000Cform",
          "nul\u0000bell\u0007escape\u001B[31mred",
          "\uFFFD replacement \uFFFD",
          "private \uE000\uF8FF use",
          "don't stop [CLS] here [SEP] [MASK] [PAD] [UNK]",
          "[cls] [Sep] [MASK ] [ UNK]",
          "[unused1] [unused42] <s> </s> <|endoftext|>",
          "under\u2581score mark \u2581 alone",
          "a".repeat(100),
          "a".repeat(101) + " b",
          "supercalifragilistic".repeat(12),
          "antidisestablishmentarianism and kubernetes",
          "1234567890 3.14159 1,000,000 0x7F 1e-9",
          "snake_case camelCase kebab-case SCREAMING_CASE",
          "...!!!???,,,;;;:::---___",
          "of the of is what how",
          "the long way home ".repeat(100),
          "日".repeat(400),
          " ".repeat(5000) + "end");

  private VariedTexts() {}

  /** So many texts, the same every time. */
  static List<String> ofCount(int count) {
    Random random = new Random(6);
    List<String> texts = new ArrayList<>(KINDS);
    while (texts.size() < count) {
      StringBuilder mixture = new StringBuilder();
      for (int part = random.nextInt(1, 5); part > 0; part--) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int length = kind.codePointCount(0, kind.length());
        int from = random.nextInt(length + 1);
        int to = Math.min(length, from + random.nextInt(1, 60));
        mixture.append(kind, kind.offsetByCodePoints(0, from), kind.offsetByCodePoints(0, to));
        mixture.append(random.nextBoolean() ? " " : "");
      }
      texts.add(mixture.toString());
    }
    return texts;
  }
}
