package io.memu4j.internal.ingest.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that may begin a message: {@code Name: text}, perhaps after a time stamp. A stamped line without a name is the messenger's:
 * "Eva joined".
 *
 * @param stamp the time stamp, or null
 * @param name the speaker as written, or null; never null without a stamp
 * @param text what follows the colon; may be empty
 */
record TranscriptLine(@Nullable TranscriptStamp stamp, @Nullable String name, String text) {
    /** A blank after the colon keeps addresses and times of day out; a full-width colon needs none. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:\\*\\*)?+([\\p{L}\\p{N}@+_~]"
                    + "[\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sk}\\u200d\\ufe0f .,_'\u2019()@+&/~-]{0,47}?)\\s?+"
                    + "(?::\\*\\*|\\*\\*:|:|\uff1a)(?:(?<=\uff1a)|\\s|$)(.*)",
            Pattern.DOTALL);
    /** After a stamp the name may have any characters, and nothing needs to follow the colon. */
    private static final Pattern STAMPED =
            Pattern.compile("(?:<([^<>]{1,60})>|([^:\uff1a]{1,60})[:\uff1a](?!//))\\s?+(.*)", Pattern.DOTALL);
    /** What is around a name: marks of the direction, and the tilde of a number that is in no address book. */
    private static final Pattern AROUND_NAME =
            Pattern.compile("^[\\s\\u00a0\\u202f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069*~]+"
                    + "|[\\s\\u00a0\\u202f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069*]+$");

    private static final Pattern LEVEL = Pattern.compile("(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|SEVERE)\\b.*");
    /** What a messenger writes instead of a picture or a deleted message: after a mark, or all of it in angle brackets. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\u200e.*|\u200f?<[^<>]{3,60}>", Pattern.DOTALL);

    private static final String NAME_ALONE = "\\p{Lu}[\\p{L}.'’-]*+(?: \\p{Lu}[\\p{L}.'’-]*+){0,3}";
    /** A line above what is said, as it is copied out of Teams after a stamp, and out of Slack before two blanks and a time of day. */
    private static final Pattern ABOVE = Pattern.compile(NAME_ALONE);

    private static final Pattern ABOVE_WITH_CLOCK =
            Pattern.compile("(" + NAME_ALONE + ")\\s{2,4}\\d{1,2}:\\d{2}(?:\\s[AP]M)?");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** The line's parts; empty where it cannot begin a message. */
    static Optional<TranscriptLine> parse(String line) {
        Matcher above = ABOVE_WITH_CLOCK.matcher(line);
        if (above.matches()) {
            return Optional.of(new TranscriptLine(TranscriptStamp.WITHOUT_DAY, above.group(1), ""));
        }
        return TranscriptStamp.parse(line).map(stamp -> stamped(stamp, line)).or(() -> unstamped(line));
    }

    private static TranscriptLine stamped(TranscriptStamp stamp, String line) {
        Matcher spoken = STAMPED.matcher(line).region(stamp.end(), line.length());
        if (spoken.matches()) {
            String name = AROUND_NAME
                    .matcher(spoken.group(1) == null ? spoken.group(2) : spoken.group(1))
                    .replaceAll("");
            if (!name.isEmpty() && !LEVEL.matcher(name).matches() && hasPairedQuotes(name)) {
                String text = spoken.group(3);
                return new TranscriptLine(stamp, name, PLACEHOLDER.matcher(text).matches() ? "" : text.strip());
            }
        }
        String rest = line.substring(stamp.end()).strip();
        boolean above = line.startsWith("[") && ABOVE.matcher(rest).matches();
        return above ? new TranscriptLine(stamp, rest, "") : new TranscriptLine(stamp, null, rest);
    }

    private static Optional<TranscriptLine> unstamped(String line) {
        Matcher spoken = SPOKEN.matcher(line);
        return spoken.matches() && isName(spoken.group(1))
                ? Optional.of(new TranscriptLine(
                        null, spoken.group(1).strip(), spoken.group(2).strip()))
                : Optional.empty();
    }

    /** The name as it is compared; empty where there is none. */
    String key() {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /** An open quotation mark before the colon belongs to a text: Eva changed the subject to "Trip: June". */
    private static boolean hasPairedQuotes(String name) {
        return name.chars()
                                .filter(c -> c == '"' || c == '\u201c' || c == '\u201d')
                                .count()
                        % 2
                == 0;
    }

    private static boolean isName(String name) {
        boolean phone = name.startsWith("+");
        return (phone || LETTER.matcher(name).find()) && name.strip().split("\\s+", -1).length <= 5;
    }
}
