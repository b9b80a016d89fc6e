/** What is indexed of one scope: units, postings, metadata. */
@NullMarked
package io.memu4j.internal.search.index;

import org.jspecify.annotations.NullMarked;
