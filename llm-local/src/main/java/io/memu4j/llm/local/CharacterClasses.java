package io.memu4j.llm.local;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classes of characters that BERT's tokenizer tells apart. */
final class CharacterClasses {
    /**
     * Characters that are newer than the tables of the native tokenizer (Unicode 7) and are ordinary letters to it, though Java 17 knows
     * them as marks, punctuation or format characters. They are found by comparing both for every character.
     */
    private static final Set<Integer> ORDINARY = set(
            """
            7fd 8d3-8e1 8e2 9fd 9fe a76 afa-aff b55 c04 c77 c84 d00 d3b-d3c d81 eba 1885-1886
            1abf-1ac0 1df6-1df9 1dfb 2e43-2e4f 2e52 a82c a8c5 a8ff a9bd 10d24-10d27 10eab-10eac
            10ead 10f46-10f50 10f55-10f59 110cd 111cf 1123e 1133b 11438-1143f 11442-11444 11446
            1144b-1144f 1145a-1145b 1145d 1145e 11660-1166c 1182f-11837 11839-1183a 1183b
            1193b-1193c 1193e 11943 11944-11946 119d4-119d7 119da-119db 119e0 119e2 11a01-11a0a
            11a33-11a38 11a3b-11a3e 11a3f-11a46 11a47 11a51-11a56 11a59-11a5b 11a8a-11a96
            11a98-11a99 11a9a-11a9c 11a9e-11aa2 11c30-11c36 11c38-11c3d 11c3f 11c41-11c45
            11c70-11c71 11c92-11ca7 11caa-11cb0 11cb2-11cb3 11cb5-11cb6 11d31-11d36 11d3a
            11d3c-11d3d 11d3f-11d45 11d47 11d90-11d91 11d95 11d97 11ef3-11ef4 11ef7-11ef8 11fff
            13430-13438 16e97-16e9a 16f4f 16fe2 16fe4 1e000-1e006 1e008-1e018 1e01b-1e021
            1e023-1e024 1e026-1e02a 1e130-1e136 1e2ec-1e2ef 1e944-1e94a 1e95e-1e95f
            """);

    /** Punctuation then, and not now. */
    private static final Set<Integer> ONCE_PUNCTUATION = Set.of(0x166D, 0x111C9);

    private CharacterClasses() {}

    private static Set<Integer> set(String ranges) {
        return Stream.of(ranges.split("\\s+"))
                .map(range -> range.split("-"))
                .flatMap(ends -> IntStream.rangeClosed(
                                Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16))
                        .boxed())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An accent, which is removed. */
    static boolean isAccent(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK && !ORDINARY.contains(c) && c != 0x111C9;
    }

    /** Unicode's property White_Space, without the control characters among them but tab and line ends. */
    static boolean isWhiteSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    /** What is removed: control and format characters, private use, and the mark of a lost character. */
    static boolean isIgnored(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
                !ORDINARY.contains(c);
            default -> c == 0xFFFD;
        };
    }

    /** The ranges of the original, which are not all of Unicode's. */
    static boolean isChinese(int c) {
        return in(c, 0x4E00, 0x9FFF)
                || in(c, 0x3400, 0x4DBF)
                || in(c, 0x20000, 0x2A6DF)
                || in(c, 0x2A700, 0x2B73F)
                || in(c, 0x2B740, 0x2B81F)
                || in(c, 0x2B920, 0x2CEAF)
                || in(c, 0xF900, 0xFAFF)
                || in(c, 0x2F800, 0x2FA1F);
    }

    /** ASCII characters that are no letters, digits or white space, and Unicode's punctuation. */
    static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return in(c, 33, 47) || in(c, 58, 64) || in(c, 91, 96) || in(c, 123, 126);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> !ORDINARY.contains(c);
            default -> ONCE_PUNCTUATION.contains(c);
        };
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
