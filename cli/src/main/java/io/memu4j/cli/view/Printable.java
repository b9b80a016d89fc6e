package io.memu4j.cli.view;

import java.util.regex.Pattern;

/** Makes sure that a text says something and does nothing: what users wrote must not move the cursor of whoever reads it. */
public final class Printable {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Printable() {}

    /** The text with U+FFFD for every control character but line ends and tabs; the end of a line by itself is one. */
    public static String of(String text) {
        return CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }
}
