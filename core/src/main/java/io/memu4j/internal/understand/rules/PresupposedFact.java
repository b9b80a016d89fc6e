package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fact a question takes for granted: "Do you remember why I love plushies?" says that the speaker loves plushies. English alone. */
final class PresupposedFact {
    private static final Pattern WHY = Pattern.compile(
            "(?iu).*\\bwhy (I (?:\\w+ )?(?:love|like|hate|prefer|enjoy|want|need|left|moved|quit|started|stopped|collect|became)\\b[^?,;]*)\\?+[^?]*");

    private PresupposedFact() {}

    /** The fact as a sentence, or the question itself. */
    static String of(String question, Language language) {
        Matcher why = WHY.matcher(question);
        return language.isEnglish() && why.matches() ? why.group(1).strip() + "." : question;
    }
}
