package io.memu4j.internal.ingest.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells web pages from other texts. */
public final class HtmlText {
    private static final int LOOKED_AT = 4096;
    /** A byte order mark, also one whose UTF-8 bytes are seen as Latin-1. */
    private static final Pattern START = Pattern.compile(
            "(?:\\ufeff|\\u00ef\\u00bb\\u00bf)?\\s*+(?:<\\?xml[^>]{0,200}+>\\s*+)?(?:<!--(?:(?!-->).){0,2000}+-->\\s*+)*+"
                    + "<(?:!doctype\\s++html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern TAG = Pattern.compile("</?[a-z][a-z0-9]{0,9}[\\s>/]|<!--", Pattern.CASE_INSENSITIVE);

    private HtmlText() {}

    /**
     * Whether the text is a web page: it starts as one, or it is called one and has tags.
     *
     * @param mediaType what a server says, or null
     */
    public static boolean is(TextContent content, @Nullable String mediaType) {
        String head = content.text().substring(0, Math.min(content.text().length(), LOOKED_AT));
        boolean called = content.isNamed("html", "htm", "xhtml")
                || "text/html".equals(mediaType)
                || "application/xhtml+xml".equals(mediaType);
        return startsAsHtml(head) || (called && TAG.matcher(head).find());
    }

    static boolean startsAsHtml(String head) {
        return START.matcher(head).matches();
    }
}
