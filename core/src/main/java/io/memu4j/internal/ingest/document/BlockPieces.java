package io.memu4j.internal.ingest.document;

import io.memu4j.internal.ingest.text.TextCutter;
import io.memu4j.spi.document.DocumentBlock;
import java.util.ArrayList;
import java.util.List;

/** Cuts a block that is too long for one passage in the way that suits its form. */
final class BlockPieces {
    private BlockPieces() {}

    /** The pieces in order, not blank; one for a block that is short enough. */
    static List<String> of(DocumentBlock block) {
        return switch (block.kind()) {
            case HEADING, PARAGRAPH -> cut(block.text(), DocumentPassages.PREFERRED);
            case LIST -> items(block.text());
            case TABLE, CODE -> cut(block.text(), DocumentPassages.ROOM);
        };
    }

    private static List<String> cut(String text, int limit) {
        return TextCutter.cut(text, limit).stream()
                .map(String::stripTrailing)
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** Groups of whole items. */
    private static List<String> items(String list) {
        List<String> pieces = new ArrayList<>();
        StringBuilder group = new StringBuilder();
        for (String item : topLevelItems(list)) {
            if (group.length() > 0 && group.length() + 1 + item.length() > DocumentPassages.PREFERRED) {
                pieces.addAll(cut(group.toString(), DocumentPassages.PREFERRED));
                group.setLength(0);
            }
            group.append(group.length() == 0 ? "" : "\n").append(item);
        }
        pieces.addAll(cut(group.toString(), DocumentPassages.PREFERRED));
        return pieces;
    }

    private static List<String> topLevelItems(String list) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean first = true;
        for (String line : list.lines().toList()) {
            if (!first && MarkdownSyntax.isItem(line) && !MarkdownSyntax.isIndented(line)) {
                items.add(item.toString());
                item.setLength(0);
                first = true;
            }
            item.append(first ? "" : "\n").append(line);
            first = false;
        }
        items.add(item.toString());
        return items;
    }
}
