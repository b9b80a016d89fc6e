package io.memu4j.internal.understand;

import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a source that was not understood. Kept as a line of {@link io.memu4j.model.Resource#missing}, for example
 * {@code passages 120-180: the answer is empty}; a number is that of a message or paragraph, with {@code .part} where a part of it begins
 * or ends.
 *
 * @param first its first passage
 * @param last its last passage
 * @param reason what is wrong, in one line; without text of the source or the answer
 */
public record MissingRange(PassagePosition first, PassagePosition last, String reason) {
    private static final Pattern LINE =
            Pattern.compile("passages (\\d{1,9})(?:\\.(\\d{1,9}))?-(\\d{1,9})(?:\\.(\\d{1,9}))?: (.+)");
    private static final int LAST_PART = Integer.MAX_VALUE;
    private static final String BY_RULES = "; understood without a model until it is memorized again";

    /** The same, marked as understood by rules for the time being. */
    public MissingRange byRules() {
        return new MissingRange(first, last, reason + BY_RULES);
    }

    /** Whether rules understood it for the time being. */
    public boolean isByRules() {
        return reason.endsWith(BY_RULES);
    }

    /** Whether the passage is in it. */
    public boolean covers(Passage passage) {
        PassagePosition place = PassagePosition.of(passage);
        return first.compareTo(place) <= 0 && place.compareTo(last) <= 0;
    }

    /** The gaps as they are kept, or null when there are none. */
    public static @Nullable String text(List<MissingRange> gaps) {
        return gaps.isEmpty() ? null : gaps.stream().map(MissingRange::line).collect(Collectors.joining("\n"));
    }

    /** Reads {@link #text}. A line that is none of it stands for the whole source. */
    public static List<MissingRange> parse(@Nullable String text) {
        List<MissingRange> gaps = new ArrayList<>();
        if (text != null) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> gaps.add(parsed(line)));
        }
        return gaps;
    }

    private static MissingRange parsed(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return new MissingRange(new PassagePosition(0, 0), new PassagePosition(Integer.MAX_VALUE, LAST_PART), line);
        }
        PassagePosition first = new PassagePosition(Integer.parseInt(m.group(1)), part(m.group(2), 0));
        PassagePosition last = new PassagePosition(Integer.parseInt(m.group(3)), part(m.group(4), LAST_PART));
        return new MissingRange(first, last, m.group(5));
    }

    private static int part(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private String line() {
        String from = first.index() + (first.part() == 0 ? "" : "." + first.part());
        String to = last.index() + (last.part() == 0 || last.part() == LAST_PART ? "" : "." + last.part());
        return "passages " + from + "-" + to + ": " + reason.replaceAll("\\R", " ");
    }
}
