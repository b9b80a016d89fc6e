/** Models of LangChain4j behind the model interfaces of the core. */
@NullMarked
package io.memu4j.llm.langchain4j;

import org.jspecify.annotations.NullMarked;
