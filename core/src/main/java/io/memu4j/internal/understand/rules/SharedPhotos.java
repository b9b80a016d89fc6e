package io.memu4j.internal.understand.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message without the photos shared in it.
 *
 * @param text what is left
 * @param captions what the photos show, in order
 */
record SharedPhotos(String text, List<String> captions) {
    private static final Pattern PHOTO = Pattern.compile(
            "\\[(?:shares?|shared|sends?|sent) (?:a|an|some|the)? ?(?:photo|photos|picture|image|video)s?:? ?([^\\]]*)\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PHOTO_OF = Pattern.compile(
            "^(?:a|an|the) (?:photo|photograph|photography|picture|image|close up|screenshot)s? of ",
            Pattern.CASE_INSENSITIVE);

    static SharedPhotos of(String message) {
        List<String> captions = new ArrayList<>();
        Matcher matcher = PHOTO.matcher(message);
        while (matcher.find()) {
            String caption = PHOTO_OF.matcher(matcher.group(1).strip()).replaceFirst("");
            if (!caption.isBlank()) {
                captions.add(caption);
            }
        }
        return new SharedPhotos(matcher.replaceAll(" ").strip(), List.copyOf(captions));
    }
}
