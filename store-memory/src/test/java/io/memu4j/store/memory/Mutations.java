package io.memu4j.store.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spoils an answer as models and networks do. What is inside a text stays as it is, apart from where the answer ends: nobody could tell a
 * text that was changed from one that was meant.
 */
final class Mutations {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]:,]|[^\\s{}\\[\\]:,\"]+|\\s+");
    private static final List<String> NOISE = List.of(
            "@@@",
            "// well\n",
            "/* hm */",
            "undefined",
            ",",
            "}",
            "]",
            "{",
            "[",
            ":",
            "\"",
            "'",
            "NaN",
            "\0",
            "```",
            "…",
            "\\",
            "<think>",
            "</think>",
            "None",
            "}]}",
            "{}",
            "[]",
            "\uD800",
            "-",
            "0",
            "\n\n");
    private static final List<String> HOSTILE = List.of(
            "null",
            "\"\"",
            "\"  \"",
            "[]",
            "{}",
            "{\"a\": 1}",
            "[[]]",
            "true",
            "-1",
            "0",
            "999",
            "1e999999",
            "NaN",
            "\"none\"",
            "\"...\"",
            "[null]",
            "[\"\"]",
            "[{}]",
            "\"nonsense\"",
            "1.5",
            "-Infinity",
            "\"\\u0000\"",
            "99999999999999999999999999",
            "\"string\"");
    private static final List<String> NO_ANSWERS = List.of(
            "",
            " ",
            "I'm sorry, but I can't help with that.",
            "{}",
            "{\"items\": null}",
            "{\"error\": \"overloaded\"}",
            "null",
            "[]]",
            "<think>What should I say?",
            "<think>Nothing.</think>",
            "<thinking></thinking>",
            "<think>a</think>".repeat(20_000),
            "Well. " + "<think>".repeat(50_000),
            "Well. " + "</reasoning>".repeat(50_000),
            "{\"items\": \"A fact\"}",
            "<html><body>502 Bad Gateway</body></html>",
            "[[[[[[[[[[");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    String of(String answer) {
        if (random.nextInt(12) == 0) {
            return noAnswer();
        }
        List<String> tokens = tokens(answer);
        for (int i = random.nextInt(3); i >= 0; i--) {
            spoil(tokens, random.nextInt(tokens.size()));
        }
        String spoiled = String.join("", tokens);
        return random.nextInt(10) == 0 ? spoiled.substring(0, random.nextInt(spoiled.length())) : spoiled;
    }

    /** Whatever it does, a text stays one token: a second change does not reach into it either. */
    private void spoil(List<String> tokens, int at) {
        switch (random.nextInt(11)) {
            case 0, 1 -> withoutPunctuation(tokens, at);
            case 2 -> withoutQuote(tokens, at);
            case 3 -> tokens.add(at, one(NOISE));
            case 4 -> surround(tokens, "Sure, here {it} is [as asked]:\n", "\nAnything else?");
            case 5 -> surround(tokens, "```json\n", "\n```");
            case 6, 7 -> withHostileValue(tokens, at);
            case 8 -> twice(tokens, at);
            case 9 ->
                surround(
                        tokens,
                        one(List.of("{\"result\": ", "[", "<think>{a}</think>", "<think>a</think>".repeat(20_000))),
                        one(List.of("}", "]", "")));
            default -> tokens.replaceAll(Mutations::singleQuoted);
        }
    }

    private static void surround(List<String> tokens, String before, String after) {
        tokens.add(0, before);
        tokens.add(after);
    }

    /** An entry of a list a second time. */
    private static void twice(List<String> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).equals("{") && i > 0) {
                int end = tokens.subList(i, tokens.size()).indexOf("}") + i;
                if (end > i) {
                    List<String> entry = new ArrayList<>(tokens.subList(i, end + 1));
                    entry.add(0, ",");
                    tokens.addAll(end + 1, entry);
                }
                break;
            }
        }
    }

    private String noAnswer() {
        if (random.nextInt(4) > 0) {
            return one(NO_ANSWERS);
        }
        StringBuilder noise = new StringBuilder();
        int length = random.nextInt(4) == 0 ? 100_000 : 500;
        while (noise.length() < length) {
            noise.append(one(NOISE)).append((char) (' ' + random.nextInt(90)));
        }
        return noise.toString();
    }

    private static void withoutPunctuation(List<String> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if ("{}[]:,".contains(tokens.get(i))) {
                tokens.remove(i);
                break;
            }
        }
    }

    private void withoutQuote(List<String> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.startsWith("\"") && token.length() > 1) {
                tokens.set(i, random.nextBoolean() ? token.substring(1) : token.substring(0, token.length() - 1));
                break;
            }
        }
    }

    /** The value after the next name becomes another one; the numbers it may become are those of no line. */
    private void withHostileValue(List<String> tokens, int from) {
        for (int i = from; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).equals(":")) {
                int value = tokens.get(i + 1).isBlank() && i + 2 < tokens.size() ? i + 2 : i + 1;
                int end = tokens.get(value).equals("[")
                        ? tokens.subList(value, tokens.size()).indexOf("]") + value
                        : value;
                if (end >= value) {
                    tokens.subList(value, end + 1).clear();
                    tokens.add(value, one(HOSTILE));
                }
                break;
            }
        }
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String singleQuoted(String token) {
        boolean isText = token.length() > 1 && token.startsWith("\"") && token.endsWith("\"") && !token.contains("'");
        return isText ? "'" + token.substring(1, token.length() - 1).replace("\\\"", "\"") + "'" : token;
    }

    private static List<String> tokens(String answer) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(answer);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                tokens.add(answer.substring(end, matcher.start()));
            }
            tokens.add(matcher.group());
            end = matcher.end();
        }
        if (end < answer.length()) {
            tokens.add(answer.substring(end));
        }
        return tokens;
    }
}
