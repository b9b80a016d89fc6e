package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.text.Words;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.internal.understand.rules.sentence.Verbs;
import java.util.List;
import java.util.regex.Pattern;

/** Orders and advice: a sentence that starts with what the listener is to do. */
final class CommandVeto implements Veto {
    private static final Pattern NEGATED = Pattern.compile(
            "(?iu)^(?:don['’]t|do not|never|please|let['’]s|let us|let me|just|try|keep|make sure|check|take|give|enjoy|stay|set|turn|stop|hold|be sure|say|go for|go on|wait|imagine)\\b.*");

    @Override
    public boolean rejects(Sentence sentence) {
        if (!sentence.language().isEnglish()
                || sentence.has(Words.REMEMBER)
                || sentence.speaker().kind() == Speaker.Kind.AUTHOR) {
            return false;
        }
        List<String> words = sentence.tokens().words();
        boolean bare = !words.isEmpty()
                && Verbs.isBase(words.get(0))
                && !sentence.text()
                        .matches(
                                "(?i)(?:work|play|practice|coach|music|dance|travel|exercise|hope|love|help|support|walk|share|garden|head|hand|talk|drink|plant|move|leave|look|order)s?\\b.*\\b(?:is|are|was|were|has|makes|helps)\\b.*");
        return bare || (NEGATED.matcher(sentence.text()).matches() && !sentence.has(Words.FIRST_PERSON));
    }
}
