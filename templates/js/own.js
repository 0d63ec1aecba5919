/** What a site of its own adds to every page: nothing here. A file of the same name in the site's templates takes this one's place. */
export function startOwn() {}
