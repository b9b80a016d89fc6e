package io.memu4j.spi.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database a store works on, so that files beside it can belong to it.
 *
 * @param id 32 lower-case hexadecimal digits, made at random when the schema was created and kept in it. Two schemas of one server have
 *     different ids. A database that was renamed or moved keeps its id
 * @param place where the database is now: tells two databases apart that have one id because one was copied from the other as a whole
 * @param file the file that holds it, absolute; null if it is no file of this machine
 */
public record StoreIdentity(String id, String place, @Nullable Path file) {}
