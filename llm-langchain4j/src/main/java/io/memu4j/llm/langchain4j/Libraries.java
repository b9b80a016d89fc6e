package io.memu4j.llm.langchain4j;

import io.memu4j.error.ConfigurationException;

/** Optional libraries of LangChain4j. */
final class Libraries {
    private Libraries() {}

    /** @throws ConfigurationException naming the artifact when the class is not there */
    static void require(String type, String artifact) {
        try {
            Class.forName(type, false, Libraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    "The library of this provider is not on the class path. Add dev.langchain4j:" + artifact + ".", e);
        }
    }
}
