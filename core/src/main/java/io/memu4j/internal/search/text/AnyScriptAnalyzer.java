package io.memu4j.internal.search.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words of any script by the Unicode rules, in lower case. Runs of Chinese, Japanese and Korean, which have no spaces to go by, become
 * single characters and pairs, without those that are mere function characters. Words in Latin letters among them are stemmed as English ones are, to meet those of English texts.
 */
final class AnyScriptAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        int scripts =
                CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
        TokenStream lower = new LowerCaseFilter(new CJKWidthFilter(words));
        TokenStream characters = new FunctionCharacters(new CJKBigramFilter(lower, scripts, true));
        return new TokenStreamComponents(words, new PorterStemFilter(new EnglishForms(characters)));
    }
}
