package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer that is written as lines: a table of Markdown, "name: value" under each other, or a list of sentences. Takes time in
 * proportion to the text.
 */
public final class PlainLines {
    private static final Pattern MARKS = Pattern.compile("^(?:[-*+#>\u2022]{1,6}|\\d{1,3}[.)])\\s+");
    private static final Pattern PAIR = Pattern.compile(
            "^[*_`\"']{0,3}([A-Za-z][A-Za-z_ -]{0,24}?)[*_`\"']{0,3}\\s{0,3}[:=\uff1a][*_`]{0,3}\\s{0,3}(.*)$");
    private static final Pattern LABEL = Pattern.compile("^[\\[(]([A-Za-z_ ]{3,20})[\\])][:\\s]\\s{0,3}(.*)$");
    private static final Pattern PROOF =
            Pattern.compile("^(.*\\S)\\s{0,3}[\\[(]([^\\[\\]()]{0,40}\\d[^\\[\\]()]{0,40})[\\])]\\.?$");
    private static final int LONGEST_LINE = 4_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainLines() {}

    /** Returns readings of the text, each an object with a list {@code items}, or a single object of "name: value". */
    static List<JsonNode> readings(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST_LINE && !line.startsWith("```"))
                .toList();
        List<JsonNode> readings = new ArrayList<>();
        List<ObjectNode> table = table(lines);
        List<ObjectNode> records = records(lines);
        if (!table.isEmpty()) {
            readings.add(items(table));
        }
        if (!records.isEmpty()) {
            readings.add(items(records));
            readings.add(records.get(0));
        }
        List<ObjectNode> sentences = sentences(lines);
        if (!sentences.isEmpty()) {
            readings.add(items(sentences));
        }
        return readings;
    }

    /**
     * Reads one written statement: a kind before it, {@code [profile]} or {@code profile:}, and numbers of lines in brackets behind it.
     *
     * @param text one sentence, with or without them
     * @return an object with {@code content}, and {@code type} and {@code passages} where they are written
     */
    public static ObjectNode statement(String text) {
        ObjectNode item = NODES.objectNode();
        String rest = text.strip();
        Matcher label = LABEL.matcher(rest);
        Matcher pair = PAIR.matcher(rest);
        if (label.matches()) {
            item.put("type", label.group(1));
            rest = label.group(2);
        } else if (pair.matches() && pair.group(1).indexOf(' ') < 0) {
            item.put("type", pair.group(1));
            rest = pair.group(2);
        }
        Matcher proof = PROOF.matcher(rest);
        if (proof.matches()) {
            item.put("passages", proof.group(2));
            rest = proof.group(1);
        }
        return item.put("content", rest);
    }

    private static ObjectNode items(List<ObjectNode> entries) {
        ObjectNode root = NODES.objectNode();
        entries.forEach(root.putArray("items")::add);
        return root;
    }

    private static List<ObjectNode> table(List<String> lines) {
        List<ObjectNode> rows = new ArrayList<>();
        List<String> header = List.of();
        for (String line : lines) {
            List<String> cells = cells(line);
            boolean isRule = cells.stream().allMatch(cell -> cell.chars().allMatch(c -> c == '-' || c == ':'));
            if (cells.size() < 2) {
                header = List.of();
            } else if (header.isEmpty()) {
                header = cells;
            } else if (!isRule) {
                ObjectNode row = NODES.objectNode();
                for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
                    row.put(name(header.get(i)), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        String inner =
                line.endsWith("|") && line.length() > 1 ? line.substring(1, line.length() - 1) : line.substring(1);
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /** Pairs of name and value; a name that comes again begins the next record. */
    private static List<ObjectNode> records(List<String> lines) {
        List<ObjectNode> records = new ArrayList<>();
        ObjectNode record = NODES.objectNode();
        for (String line : lines) {
            for (String part : withoutMarks(line).split(";", -1)) {
                Matcher pair = PAIR.matcher(part.strip());
                if (pair.matches() && !pair.group(2).isBlank()) {
                    String name = name(pair.group(1));
                    if (record.has(name)) {
                        records.add(record);
                        record = NODES.objectNode();
                    }
                    record.put(name, unquoted(pair.group(2)));
                }
            }
        }
        if (!record.isEmpty()) {
            records.add(record);
        }
        return records;
    }

    private static List<ObjectNode> sentences(List<String> lines) {
        return lines.stream()
                .filter(line -> MARKS.matcher(line).find())
                .map(line -> statement(withoutMarks(line)))
                .toList();
    }

    private static String withoutMarks(String line) {
        return MARKS.matcher(line).replaceFirst("");
    }

    private static String name(String written) {
        return written.replaceAll("[*_`\"']{1,3}$|^[*_`\"']{1,3}", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '_');
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
