# Completion of partner for PowerShell (Windows PowerShell 5.1 and later).
#
# In the file that $PROFILE names:
#   partner completion powershell | Out-String | Invoke-Expression
#
# The program says what can come next and quotes it: its answer is put on the line as it is, and never run. What is
# typed goes to it in a variable and its answer comes back in ASCII, so that no quoting and no code page is in between.

Register-ArgumentCompleter -Native -CommandName partner -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @()
    $end = 0
    foreach ($element in $commandAst.CommandElements) {
        $extent = $element.Extent
        if ($extent.StartOffset -ge $cursorPosition) { break }
        $end = [Math]::Min($extent.EndOffset, $cursorPosition)
        $words += $extent.Text.Substring(0, $end - $extent.StartOffset)
    }
    if ($end -lt $cursorPosition) { $words += '' }

    $exitCode = $global:LASTEXITCODE
    $env:PARTNER_COMPLETION = ConvertTo-Json -Compress -InputObject @($words | Select-Object -Skip 1)
    try {
        $reply = & partner __complete powershell 2>$null | Out-String
    } finally {
        Remove-Item Env:PARTNER_COMPLETION
        $global:LASTEXITCODE = $exitCode
    }
    if ([string]::IsNullOrWhiteSpace($reply)) { return }
    $candidates = ConvertFrom-Json -InputObject $reply
    foreach ($candidate in $candidates) {
        [System.Management.Automation.CompletionResult]::new(
            $candidate.text, $candidate.item, 'ParameterValue', $candidate.about)
    }
}
