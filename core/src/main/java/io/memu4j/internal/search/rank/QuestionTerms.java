package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.LexicalIndex;
import io.memu4j.internal.search.index.Postings;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.TextAnalysis;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The terms of a question, analysed at most once per language. For one thread. */
final class QuestionTerms {
    private final String text;
    private final TextAnalysis analysis;
    private final Map<AnalysisLanguage, List<String>> terms = new EnumMap<>(AnalysisLanguage.class);

    QuestionTerms(String text, TextAnalysis analysis) {
        this.text = text;
        this.analysis = analysis;
    }

    /** Returns the distinct terms of the question, as they are in texts of the languages that the index has. */
    Set<String> in(LexicalIndex index) {
        Set<String> distinct = new LinkedHashSet<>();
        for (AnalysisLanguage language : AnalysisLanguage.values()) {
            if (index.has(language)) {
                distinct.addAll(terms.computeIfAbsent(language, l -> analysis.terms(l, text)));
            }
        }
        return distinct;
    }

    /** Returns the postings of those of the terms that occur in the index. */
    List<Postings> postings(LexicalIndex index) {
        return index.postings(in(index));
    }
}
