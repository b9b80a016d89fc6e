package io.memu4j.internal.search.text;

import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Drops terms that consist of Chinese or Japanese function characters alone: particles, pronouns, question words and endings. They are
 * what stop words are elsewhere: "what" in a question is no reason to find whoever asked "what".
 */
final class FunctionCharacters extends FilteringTokenFilter {
    private static final String CHINESE = "的了是在我你您他她它们們这這那个個什么甚麼吗嗎呢吧啊哪谁誰怎样樣和跟与與也都就很着著";
    private static final String JAPANESE = "のはをにがでともかましたすてるいなへねよ何";
    private static final String ALL = CHINESE + JAPANESE;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FunctionCharacters(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() {
        for (int i = 0; i < term.length(); i++) {
            if (ALL.indexOf(term.charAt(i)) < 0) {
                return true;
            }
        }
        return false;
    }
}
