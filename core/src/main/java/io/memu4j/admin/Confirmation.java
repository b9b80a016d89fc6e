package io.memu4j.admin;

/** What must be said to delete everything, so that nobody does by a slip. */
public enum Confirmation {
    /** All memory of all users is to be deleted. */
    DELETE_ALL_MEMORY
}
