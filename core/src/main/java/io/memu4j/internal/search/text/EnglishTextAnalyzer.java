package io.memu4j.internal.search.text;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** English words without those that carry no topic, in their stems; Lucene's EnglishAnalyzer that knows irregular forms. */
final class EnglishTextAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        TokenStream topical = new StopFilter(lower, EnglishWords.ALL);
        return new TokenStreamComponents(words, new PorterStemFilter(new EnglishForms(topical)));
    }
}
