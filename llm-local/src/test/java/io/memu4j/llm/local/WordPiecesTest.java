package io.memu4j.llm.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ids are those of the native tokenizer, which is on the class path of this test alone. */
class WordPiecesTest {
    private static final String JSON = "bge-small-en-v1.5-q-tokenizer.json";
    private static HuggingFaceTokenizer theirs;
    private static WordPieces ours;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = json()) {
            theirs = HuggingFaceTokenizer.newInstance(in, Map.of("padding", "false", "truncation", "false"));
        }
        try (InputStream in = json()) {
            ours = WordPieces.read(in);
        }
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    /** Up to the last character that Java 17 knows; later versions of Java know more. */
    @Test
    void every_character_between_two_letters_is_read_alike() {
        assertThat(IntStream.rangeClosed(1, 0x1FFFF)
                        .filter(c -> c < 0xD800 || c > 0xDFFF)
                        .filter(c -> Runtime.version().feature() == 17 || c < 0x530)
                        .mapToObj(c -> "a" + Character.toString(c) + "b")
                        .filter(text -> !isAlike(text)))
                .isEmpty();
    }

    @Test
    void sentences_of_many_languages_are_read_alike() {
        assertThat(List.of(
                        "The neighbour's cat, Mr. Whiskers, won't eat before 7:30 p.m. (really!).",
                        "Größe XL, Straße 12, ÄÖÜ: 3,50 € für 2 Stück.",
                        "L'été dernier, j'ai mangé des crêpes à Saint-Malo — c'était génial…",
                        "¿Dónde está el niño? ¡Aquí, señor! Vive en A Coruña.",
                        "Ona mieszka w Łodzi i lubi żółte róże.",
                        "Она живёт в Екатеринбурге и любит ёжиков.",
                        "彼女は東京に住んでいて、寿司が好きです。ガギグゲゴ",
                        "她住在北京，喜欢喝绿茶。𠮷野家",
                        "그녀는 서울에 살고 김치를 좋아해요.",
                        "تعيش في القاهرة وتحبّ القهوة.",
                        "वह दिल्ली में रहती है और चाय पीती है।",
                        "เธออาศัยอยู่ที่กรุงเทพ",
                        "İstanbul'da ΣΊΣΥΦΟΣ ǅ ﬁn ½ Ⅷ ℡ 👩‍👩‍👧‍👦 🇫🇮",
                        "https://example.org/a?b=c#d user@example.org C:\\temp x_y-z 1e-9",
                        "[CLS] text of a user [SEP] [sep] [MASK]x[UNK] ##ing [[PAD]]",
                        "a".repeat(100) + " " + "b".repeat(101) + " " + "é".repeat(100),
                        "",
                        " \t\n\u00a0\u2028\u3000"))
                .allSatisfy(text -> assertThat(ours.ids(text)).isEqualTo(ids(text)));
    }

    @Test
    void mixtures_of_hostile_characters_are_read_alike() {
        int[] hostile = {
            'a', 'B', '9', ' ', '\t', '\n', 0, 0x7f, 0xad, 0x200b, 0x200d, 0xfe0f, 0x301, 0x327, 0x130, 0x131, 0x3a3,
            0x1e9e, 0x4e2d, 0xf900, 0xac00, 0x1100, 0x1161, 0x1f600, 0xfffd, '[', 'S', 'E', 'P', ']', '#', '.', 0x2014,
            0x3000, 0x85, 0x2028, 0xe000, 0xe33, 0x93f, 0x64b, 0xfb01, 0x2126, 0x212b, 0x1d400, 0x16fe4, 0x111c9
        };
        Random random = new Random(42);
        List<String> different = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(30), 0, hostile.length)
                    .map(at -> hostile[at])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (!isAlike(text)) {
                different.add(text);
            }
        }
        assertThat(different).isEmpty();
    }

    private static boolean isAlike(String text) {
        return Arrays.equals(ours.ids(text), ids(text));
    }

    private static long[] ids(String text) {
        return theirs.encode(text, false, false).getIds();
    }

    private static InputStream json() {
        return Objects.requireNonNull(WordPiecesTest.class.getClassLoader().getResourceAsStream(JSON));
    }
}
