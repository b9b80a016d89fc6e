/** Imports the memory of a MemU installation: its SQLite file, its vectors.json, its folder of resources. */
@NullMarked
package io.memu4j.importer.memu;

import org.jspecify.annotations.NullMarked;
