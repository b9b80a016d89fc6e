package io.memu4j.benchmarks.quality;

import io.memu4j.model.ConversationMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the messages of a conversation that stand in a prompt, whole or as an excerpt. Statements about a message do not count. */
final class ShownMessages {
    private static final Pattern ENTRY = Pattern.compile("- (?:\\[[0-9-]+] )?(.*)");
    private static final String CUT = "\u2026";

    private final Map<MessageId, String> texts;

    ShownMessages(Conversation conversation) {
        this.texts = new java.util.LinkedHashMap<>();
        conversation.sessions().forEach((session, messages) -> {
            for (int i = 0; i < messages.size(); i++) {
                ConversationMessage message = messages.get(i);
                texts.put(new MessageId(session, i), plain(message.content()));
            }
        });
    }

    Set<MessageId> in(String prompt) {
        List<List<String>> entries = entries(prompt);
        Set<MessageId> shown = new LinkedHashSet<>();
        texts.forEach((id, text) -> {
            if (!text.isEmpty() && entries.stream().anyMatch(entry -> isShown(entry, text))) {
                shown.add(id);
            }
        });
        return shown;
    }

    /** Each entry as the pieces between the cuts, without its speaker. */
    private static List<List<String>> entries(String prompt) {
        List<List<String>> entries = new ArrayList<>();
        boolean passages = false;
        for (String line : prompt.lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                passages = line.equals("Passages:") || line.equals("Instructions and preferences:");
            } else if (passages) {
                String said = entry.group(1);
                int colon = said.indexOf(": ");
                List<String> pieces = new ArrayList<>();
                for (String piece : said.substring(colon < 0 ? 0 : colon + 2).split(CUT)) {
                    pieces.add(plain(piece));
                }
                pieces.removeIf(String::isEmpty);
                entries.add(pieces);
            }
        }
        return entries;
    }

    /** A piece ends with a time that the block adds in brackets, perhaps, so the last one may be longer than what was said. */
    private static boolean isShown(List<String> pieces, String text) {
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> text.contains(piece) || isWithTime(piece, text));
    }

    private static boolean isWithTime(String piece, String text) {
        int bracket = piece.lastIndexOf(" (");
        return bracket > 0 && piece.endsWith(")") && text.contains(piece.substring(0, bracket));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
