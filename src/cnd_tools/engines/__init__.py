"""Many texts: in several processes of this machine, or on a Dask cluster; the same dataset comes out.

`plan` cuts the texts into parts, `work` analyses one part, `local` and `cluster` say where that is done, and
`bulk.analyse` does it all.
"""
