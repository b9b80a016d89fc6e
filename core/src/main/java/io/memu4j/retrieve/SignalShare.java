package io.memu4j.retrieve;

/**
 * What one signal contributed to a score.
 *
 * @param signal the signal
 * @param strength how strong the signal is among the candidates of the question, 0 to 1
 * @param share the part of the score that it contributed; the shares of a row add up to its score
 */
public record SignalShare(Signal signal, double strength, double share) {}
