package io.memu4j.growth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Texts of any length that make a careless reader go over them again and again. */
final class HostileTexts {
    private static final String[] UNITS = {
        "a ",
        "A",
        "9",
        "  ",
        "\n",
        ". ",
        "I love bikes. ",
        "[",
        "](",
        "![",
        "![a](",
        "[a](b ",
        "[shared a photo of ",
        "`a ",
        "**a ",
        "*a ",
        "~~a ",
        "_",
        "<",
        "<b ",
        "<script>",
        "<pre>a",
        "<!-- ",
        "&",
        "&a",
        "\"",
        "' a",
        "'a ",
        "“a ",
        "(a ",
        "{",
        "{\"a\":",
        "[[",
        "\"a\\",
        "\\",
        "- a\n  ",
        "> a\n",
        "| a ",
        "|-",
        "```\n",
        "# a\n",
        "===\n",
        "1. a\n",
        "Ana: hi\n",
        "Ana: ",
        "12:30 Ana: ",
        "[1/2/23, 1:30] Ana: hi\n",
        "a: b; ",
        "What is it? ",
        "Why? Yes! ",
        "May 5, ",
        "in May ",
        "on 5 June 2023 ",
        "2023-05-08 ",
        "5.5. ",
        "last Friday ",
        "1999 and ",
        "two weeks ago ",
        "dr. ",
        "e.g. ",
        "http://a.b/c ",
        "://",
        "a@b.c ",
        "ZGF0YTp0ZXh0",
        "data:a;",
        "i ",
        "my new phone number is ",
        "I moved to Rome and ",
        "I work at ",
        "always answer ",
        "I prefer ",
        "and ",
        "recalled ",
        "recalled-",
        "<<<",
        "end>>>",
        "<think>",
        "</think>",
        "<a>",
        "</a>",
        "é",
        "e\u0301",
        "\u202e",
        "你",
        "我喜欢茶。",
        "昨日は",
        "五月三日",
        "😀",
        "\u200b",
        "\u00a0",
        "-",
        "–",
        ",",
        ";",
        "?",
        "!",
        "…",
        ":)",
        "x\t",
        "x\r",
        "a'",
        "a+",
        "a-",
        "lol ",
        "HELLO ",
        "Rome Oslo ",
        "[x]: ",
        "(1) ",
        "n1-",
        "1,",
        "1.",
        "-1e",
        "0x",
        "\\u00",
        "null,",
        "None, "
    };

    private HostileTexts() {}

    /** By the piece that is repeated, or what is in them. */
    static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> all = new LinkedHashMap<>();
        for (String unit : UNITS) {
            all.put(unit, size -> unit.repeat(size / unit.length()));
        }
        all.put("many names", size -> numbered("Name%d met Other%d. ", size));
        all.put("many speakers", size -> numbered("Person%d: I met Friend%d.\n", size));
        all.put("many numbers", size -> numbered("I paid %d for %d things. ", size));
        all.put("many keys", size -> "{" + numbered("\"k%d\":%d,", size) + "\"z\":1}");
        all.put(
                "messages",
                size -> "[" + numbered("{\"role\":\"n%d\",\"content\":\"I love tea %d\"},", size)
                        + "{\"role\":\"u\",\"content\":\"x\"}]");
        all.put("nested arrays", size -> "[".repeat(size / 2) + "]".repeat(size / 2));
        all.put("many rows", size -> "| a | b |\n|---|---|\n" + numbered("| r%d | %d |\n", size));
        all.put("nested list", size -> nested(size));
        all.put("many elements", size -> numbered("<a%d>%d ", size));
        all.put("quoted", size -> "\"" + "said \\\" and ".repeat(size / 12) + "\"");
        return all;
    }

    private static String numbered(String unit, int size) {
        StringBuilder text = new StringBuilder(size + 40);
        for (int i = 0; text.length() < size; i++) {
            text.append(String.format(unit, i, i));
        }
        return text.toString();
    }

    private static String nested(int size) {
        StringBuilder text = new StringBuilder(size + 400);
        for (int i = 0; text.length() < size; i++) {
            text.append(" ".repeat(2 * (i % 50))).append("- item\n");
        }
        return text.toString();
    }
}
