package io.memu4j.internal.time;

import java.util.regex.Pattern;

/** Where a sentence looks, which decides the year of "in July" and the week of "on Friday". */
enum DateDirection {
    BACK,
    AHEAD;

    private static final Pattern AHEAD_WORDS = Pattern.compile(
            "(?iu)\\b(will|won't|gonna|going to|next|upcoming|tomorrow|soon|plan|plans|planning|planned|hope|hoping|want|wanna|intend"
                    + "|(?:have|has|need|needs) to|by the end of|can't wait|cannot wait|looking forward|scheduled|deadline|due|by then|let's|werde|wird|möchte|voy a|vamos a|vais"
                    + "|vou|próxim[oa]|prochaine?|nächste[rsnm]?)\\b|['’]ll\\b|I['’]m \\w+ing\\b|打算|计划|将|要去|予定|つもり");

    /** Ahead where the words say so; people mostly tell what was. */
    static DateDirection of(String text) {
        return AHEAD_WORDS.matcher(text).find() ? AHEAD : BACK;
    }
}
