package io.memu4j.internal.ingest.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decoded text on its way to being recognised.
 *
 * @param subject how error messages call it, for example {@code The file /tmp/chat.json}
 * @param name its file name, or null where there is none
 * @param text without a byte order mark, lines ended by {@code \n}
 */
public record TextContent(String subject, @Nullable String name, String text) {
    /** Whether the file name ends with one of those extensions, given in lower case without the dot. */
    public boolean isNamed(String... extensions) {
        String extension = extension();
        for (String each : extensions) {
            if (each.equals(extension)) {
                return true;
            }
        }
        return false;
    }

    /** The letters and digits after the last dot of the file name in lower case; empty where no letter follows it, as in a date. */
    public String extension() {
        int dot = name == null ? -1 : name.lastIndexOf('.');
        if (name == null || dot < 0 || dot + 1 == name.length() || !Character.isLetter(name.charAt(dot + 1))) {
            return "";
        }
        return name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "TextContent[" + text.length() + " characters]";
    }
}
