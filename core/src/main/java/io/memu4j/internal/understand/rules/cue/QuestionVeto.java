package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import java.util.regex.Pattern;

/** Questions, and sentences in the form of one. */
final class QuestionVeto implements Veto {
    private static final Pattern ASKS = Pattern.compile(
            "(?iu)^(?:what|why|how|when|where|who|which|do|does|did|are|is|was|were|can|could|would|will|should|have|has|any|guess|remember when|wonder|tell me|let me know)\\b(?!.*[.!]$).*|^(?:what a|how (?:cool|nice|sweet|lovely|about)|tell me|guess|let me know)\\b.*");

    @Override
    public boolean rejects(Sentence sentence) {
        return sentence.isQuestion()
                || (sentence.language().isEnglish()
                        && ASKS.matcher(sentence.text()).matches());
    }
}
