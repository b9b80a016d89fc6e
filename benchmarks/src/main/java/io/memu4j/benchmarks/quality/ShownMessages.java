package io.memu4j.benchmarks.quality;

import io.memu4j.model.ConversationMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the messages of a conversation that stand in a prompt, whole or as an excerpt. An entry stands for one message: of the same day, and
 * with all pieces of the entry in it. Statements without a chat model are people's own words, and count like excerpts.
 */
final class ShownMessages {
    private static final Pattern ENTRY = Pattern.compile("- (?:\\[([0-9-]+)] )?(.*)");
    private static final Set<String> TITLES = Set.of("Passages:", "Instructions and preferences:", "Statements:");
    /** When something happened, as the block adds it. */
    private static final Pattern TIME = Pattern.compile(" \\([^()]*\\d{4}[^()]*\\)$");

    private static final String CUT = "\u2026";

    private final Map<MessageId, Said> messages = new LinkedHashMap<>();

    ShownMessages(Conversation conversation) {
        conversation.sessions().forEach((session, said) -> {
            for (int i = 0; i < said.size(); i++) {
                messages.put(new MessageId(session, i), Said.of(said.get(i)));
            }
        });
    }

    private record Said(String day, String text) {
        static Said of(ConversationMessage message) {
            String day = message.createdAt() == null
                    ? ""
                    : message.createdAt().toLocalDate().toString();
            String name = message.name() == null ? "" : plain(message.name()) + ": ";
            return new Said(day, name + plain(message.content()));
        }
    }

    Set<MessageId> in(String prompt) {
        Set<MessageId> shown = new LinkedHashSet<>();
        boolean passages = false;
        for (String line : prompt.lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                passages = TITLES.contains(line);
            } else if (passages) {
                String day = entry.group(1) == null ? "" : entry.group(1);
                List<String> pieces = pieces(entry.group(2));
                messages.entrySet().stream()
                        .filter(message -> !shown.contains(message.getKey())
                                && message.getValue().day().equals(day)
                                && !pieces.isEmpty()
                                && holds(message.getValue().text(), pieces))
                        .findFirst()
                        .ifPresent(message -> shown.add(message.getKey()));
            }
        }
        return shown;
    }

    /** Returns the pieces of an entry between its cuts. */
    private static List<String> pieces(String entry) {
        List<String> pieces = new ArrayList<>();
        for (String piece : TIME.matcher(entry).replaceFirst("").split(CUT)) {
            pieces.add(plain(piece));
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /** The first piece begins with a name or a role: "Ana: ". */
    private static boolean holds(String text, List<String> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            int colon = i == 0 ? piece.indexOf(':') : -1;
            if (!text.contains(piece)
                    && (colon < 0 || !text.contains(piece.substring(colon + 1).strip()))) {
                return false;
            }
        }
        return pieces.size() > 1 || !pieces.get(0).endsWith(":");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }
}
