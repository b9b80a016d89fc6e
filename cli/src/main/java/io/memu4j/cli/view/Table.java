package io.memu4j.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows in columns of equal width. A character counts as one column; the last column has no end. */
public final class Table {
    private Table() {}

    /**
     * Lays out a table.
     *
     * @param head the names of the columns
     * @param rows the cells; each becomes one line
     */
    public static String of(List<String> head, List<List<String>> rows) {
        List<List<String>> all = Stream.concat(Stream.of(head), rows.stream().map(Table::oneLine))
                .toList();
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = all.stream()
                        .mapToInt(cells -> length(cells.get(at)))
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width - length(cell) + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }

    private static List<String> oneLine(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> Lines.quoted(row.get(i)))
                .toList();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
