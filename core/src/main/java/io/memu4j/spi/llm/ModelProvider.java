package io.memu4j.spi.llm;

import io.memu4j.config.LlmConfig;

/** Makes the models of some providers; found with {@link java.util.ServiceLoader}. Constructors do no I/O. */
public interface ModelProvider {
    /** Whether {@link #create} can make those. */
    boolean supports(LlmConfig llm);

    /**
     * Makes the models; loading may be put off until they are used.
     *
     * @throws io.memu4j.error.ConfigurationException when the configuration is wrong
     */
    Models create(LlmConfig llm);
}
