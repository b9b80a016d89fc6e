package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.model.MemoryType;
import java.util.regex.Pattern;

/** What somebody says they are, have or come from: "I'm a nurse", "my name is", "I grew up in". */
final class SelfFactCue implements Cue {
    private static final Pattern SELF = Pattern.compile(
            "(?iu)\\b(?:i am|i['’]m|i was) (?:\\w+ly )?(?:an?|the|from|in|at|married|single|engaged|divorced|allergic|vegan|vegetarian|pregnant|retired|\\d+|originally|originate)\\b"
                    + "|\\bi (?:have|own|\\w+ have)(?: an?| two| three| four| five| \\d+| no) |\\bi['’]ve (?:been|had|got|always|never)\\b|\\bi used to\\b|\\bmy \\w+(?: \\w+)? (?:is|are|was)(?: called| named)? \\p{L}"
                    + "|\\bi (?:live|work|study|teach|speak|run|own|suffer|belong|collect|play)\\b");

    @Override
    public Evidence weigh(Sentence sentence) {
        if (!sentence.speaker().mayTellOfThemselves()) {
            return Evidence.NONE;
        }
        boolean told = SELF.matcher(sentence.text()).find()
                || (sentence.has(Words.ORIGIN) && sentence.has(Words.FIRST_PERSON));
        return Evidence.of(2, MemoryType.PROFILE).when(told);
    }
}
