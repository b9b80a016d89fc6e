package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and numbers. */
public final class SpecificsCue implements Cue {
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},;:] [\"“‘']?)\\p{Lu}[\\p{L}\\p{N}]+");
    private static final Set<String> NUMBER_WORDS =
            Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twice", "once");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\d+(?:[.,:]\\d+)?");
    private static final Pattern TITLE = Pattern.compile("[\"“«„][^\"”»“]{2,60}[\"”»“]");

    /** Whether there is a name or a number in it. */
    public static boolean isSpecific(Sentence sentence) {
        return new SpecificsCue().weigh(sentence).weight() > 0
                || sentence.tokens().words().stream().anyMatch(NUMBER_WORDS::contains);
    }

    @Override
    public Evidence weigh(Sentence sentence) {
        // German writes every noun with a capital, so a capital says nothing there.
        boolean capitalsTell = !sentence.language().capitalisesNouns();
        long names = capitalsTell ? NAME.matcher(sentence.text()).results().count() : 0;
        long numbers = NUMBER.matcher(sentence.text()).results().count();
        long titles = TITLE.matcher(sentence.text()).results().count();
        return Evidence.plain(Math.min(1.5, 0.75 * names + 0.75 * numbers + 0.75 * titles));
    }
}
