package io.memu4j.internal.search.text;

import io.memu4j.internal.text.WordLists;
import java.io.IOException;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Puts the word itself in place of an irregular form of it. A question says "did she buy", the answer "I bought": rules of stemming do not
 * know that both are the same word.
 */
final class EnglishForms extends TokenFilter {
    private static final CharArrayMap<String> WORDS = new CharArrayMap<>(256, false);

    static {
        WordLists.read(EnglishForms.class, "english-forms.txt")
                .forEach((word, forms) -> forms.forEach(form -> WORDS.put(form, word)));
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    EnglishForms(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = WORDS.get(term.buffer(), 0, term.length());
        if (word != null) {
            term.setEmpty().append(word);
        }
        return true;
    }
}
