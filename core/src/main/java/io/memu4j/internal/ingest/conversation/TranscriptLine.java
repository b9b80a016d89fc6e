package io.memu4j.internal.ingest.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that may begin a message: {@code Name: text}, perhaps after a time stamp.
 *
 * @param stamp the time stamp as written, or null
 * @param name the speaker as written
 * @param text what follows the colon; may be empty
 */
record TranscriptLine(@Nullable String stamp, String name, String text) {
    private static final String TIME = "\\d{1,2}:\\d{2}";
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]\\[]{4,40})\\]\\s*+(?:[-\u2013]\\s++)?+");
    private static final Pattern DASHED =
            Pattern.compile("((?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}),?+[ T]" + TIME
                    + "[^\\-\u2013\\p{L}]{0,10}(?:[AaPp][Mm]|Z)?+)\\s*+(?:[-\u2013]\\s++)?+");
    private static final List<Pattern> STAMPS = List.of(BRACKETED, DASHED);
    /** A blank after the colon keeps addresses and times of day out; a full-width colon needs none. */
    private static final Pattern SPOKEN = Pattern.compile(
            "(?:\\*\\*)?+([\\p{L}\\p{N}@+_~]"
                    + "[\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sk}\\u200d\\ufe0f .,_'\u2019()@+&/~-]{0,47}?)\\s?+"
                    + "(?::\\*\\*|\\*\\*:|:|\uff1a)(?:(?<=\uff1a)|\\s|$)(.*)",
            Pattern.DOTALL);

    private static final Pattern CLOCK = Pattern.compile(TIME);
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /** The line's parts; empty where it cannot begin a message. */
    static Optional<TranscriptLine> parse(String line) {
        String stamp = null;
        int start = 0;
        for (Pattern form : STAMPS) {
            Matcher matcher = form.matcher(line);
            if (stamp == null
                    && matcher.lookingAt()
                    && CLOCK.matcher(matcher.group(1)).find()) {
                stamp = matcher.group(1).strip();
                start = matcher.end();
            }
        }
        Matcher spoken = SPOKEN.matcher(line).region(start, line.length());
        if (!spoken.matches() || !isName(spoken.group(1))) {
            return Optional.empty();
        }
        return Optional.of(new TranscriptLine(
                stamp, spoken.group(1).strip(), spoken.group(2).strip()));
    }

    /** The name as it is compared. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isName(String name) {
        boolean phone = name.startsWith("+");
        return (phone || LETTER.matcher(name).find()) && name.strip().split("\\s+", -1).length <= 5;
    }
}
