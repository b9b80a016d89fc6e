/** Memory for agents on LangChain4j: what is recalled goes into the prompt, turns go into the memory, and tools reach it. */
@NullMarked
package io.memu4j.langchain4j;

import org.jspecify.annotations.NullMarked;
