package io.memu4j.retrieve;

/**
 * What one signal added to a hit's score.
 *
 * @param strength how strongly it spoke for the unit, 0 to 1, among the candidates of the question
 * @param share what that added to the score; the shares of a hit add up to it
 */
public record SignalShare(Signal signal, double strength, double share) {}
