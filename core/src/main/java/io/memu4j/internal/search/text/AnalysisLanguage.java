package io.memu4j.internal.search.text;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.LanguageDetector;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;

/**
 * How words are found in a text. A text has one language, told from the text alone; a question is analysed in every language that the index
 * has texts in, so that text and question always meet in the same form.
 */
public enum AnalysisLanguage {
    /** English, and texts in Latin letters without signs of another language: names and short lines. */
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    DUTCH,
    /** Every other script; no stemming. Chinese, Japanese and Korean as single characters and pairs of them. */
    OTHER;

    /** Detects how to analyse {@code text}. A wrong language would hide the text from its question, so English needs least proof. */
    static AnalysisLanguage of(String text) {
        Language language = LanguageDetector.latin(text);
        return language == null
                ? OTHER
                : switch (language.locale().getLanguage()) {
                    case "de" -> GERMAN;
                    case "fr" -> FRENCH;
                    case "es" -> SPANISH;
                    case "it" -> ITALIAN;
                    case "pt" -> PORTUGUESE;
                    case "nl" -> DUTCH;
                    default -> ENGLISH;
                };
    }

    Analyzer newAnalyzer() {
        return switch (this) {
            case ENGLISH -> new EnglishTextAnalyzer();
            case GERMAN -> new GermanAnalyzer();
            case FRENCH -> new FrenchAnalyzer();
            case SPANISH -> new SpanishAnalyzer();
            case ITALIAN -> new ItalianAnalyzer();
            case PORTUGUESE -> new PortugueseAnalyzer();
            case DUTCH -> new DutchAnalyzer();
            case OTHER -> new AnyScriptAnalyzer();
        };
    }

    /** Returns the words, in lower case, that hold the language's sentences together. */
    CharArraySet functionWords() {
        return switch (this) {
            case ENGLISH -> EnglishWords.ALL;
            case GERMAN -> GermanAnalyzer.getDefaultStopSet();
            case FRENCH -> FrenchAnalyzer.getDefaultStopSet();
            case SPANISH -> SpanishAnalyzer.getDefaultStopSet();
            case ITALIAN -> ItalianAnalyzer.getDefaultStopSet();
            case PORTUGUESE -> PortugueseAnalyzer.getDefaultStopSet();
            case DUTCH -> DutchAnalyzer.getDefaultStopSet();
            case OTHER -> CharArraySet.EMPTY_SET;
        };
    }
}
