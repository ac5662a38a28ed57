// @ts-check
// Work that is done once, whoever asks for it.

/** Makes something once; where that failed, it is made again the next time. @template T @param {() => Promise<T>} make */
export const once = (make) => {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};
