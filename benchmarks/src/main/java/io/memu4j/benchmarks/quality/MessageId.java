package io.memu4j.benchmarks.quality;

/**
 * A message of a conversation.
 *
 * @param session number of the session's file
 * @param message counted from 0
 */
record MessageId(int session, int message) {}
