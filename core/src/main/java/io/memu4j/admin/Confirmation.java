package io.memu4j.admin;

/** What a caller states to delete everything, so that it cannot happen by accident. */
public enum Confirmation {
    /** All memory of all users is to be deleted. */
    DELETE_ALL_MEMORY
}
