package io.memu4j.internal.understand.rules.cue;

import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import java.util.regex.Pattern;

/** What in a document is no sentence: code, the rest of a list, a caption. */
final class DocumentVeto implements Veto {
    private static final Pattern CODE =
            Pattern.compile("^//.*|.*(?:[{}]|;$|\\s=\\s|\\bnew \\w+\\(|\\w\\.\\w+\\(\"|=>|->|</?\\w+>).*");
    private static final Pattern WHOLE = Pattern.compile("(?s)[\\p{Lu}\\p{Lo}\\p{N}\"“‘'(].*[.!。！．][\"”’')]*");

    @Override
    public boolean rejects(Sentence sentence) {
        if (sentence.speaker().kind() != Speaker.Kind.AUTHOR) {
            return false;
        }
        String text = sentence.text();
        return CODE.matcher(text).matches() || !WHOLE.matcher(text).matches();
    }
}
